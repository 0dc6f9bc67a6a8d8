import { gunzip } from "node:zlib";

import { MAX_CREDENTIAL_CHARACTERS, type VerificationHost } from "#core/trust/credentials/check-credential.ts";
import type { FetchText } from "#core/trust/credentials/resolve-key.ts";
import { failure, success } from "#core/base/result.ts";

/** Long enough for a slow server, short enough for a script. */
const TIMEOUT_MS = 15_000;

/** What checking credentials needs, as Node has it. */
export function createVerificationHost(now: Date, signal: AbortSignal): VerificationHost {
  return { now, crypto: globalThis.crypto.subtle, gzip: { decompress }, fetchText: createFetchText(signal) };
}

/** Gets texts over HTTP(S), of limited size and time. Keys and lists are taken from where the issuer says, not beyond. */
export function createFetchText(signal: AbortSignal): FetchText {
  return async (url) => {
    if (!/^https?:\/\//.test(url)) return failure(`\`${url.slice(0, 100)}\` is not an http(s) address`);
    try {
      const response = await fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      if (response.status >= 300 && response.status < 400)
        return failure(`${url} leads elsewhere, which is not followed`);
      if (!response.ok) return failure(`${url} answered ${response.status}`);
      return await readText(response);
    } catch (error) {
      const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : "no answer";
      return failure(`${url} cannot be reached (${reason})`);
    }
  };
}

async function readText(response: Response): ReturnType<FetchText> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_CREDENTIAL_CHARACTERS) return failure("the answer is longer than a credential ever is");
  }
  return success(text + decoder.decode());
}

function decompress(bytes: Uint8Array<ArrayBuffer>, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: limitBytes }, (error, unpacked) => {
      resolve(error === null ? Uint8Array.from(unpacked) : undefined);
    });
  });
}
