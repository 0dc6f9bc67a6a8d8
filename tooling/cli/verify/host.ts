import { gunzip } from "node:zlib";

import { MAX_CREDENTIAL_CHARACTERS, type VerificationHost } from "#core/trust/credentials/verification.ts";
import { isJsonObject } from "#core/trust/credentials/json-value.ts";
import { readIJson } from "#core/trust/credentials/read-i-json.ts";
import type { FetchText } from "#core/trust/credentials/resolve-key.ts";
import { failure, success, type Result } from "#core/base/result.ts";

/** Long enough for a slow server, short enough for a script. */
const TIMEOUT_MS = 15_000;

/** What checking credentials needs, as Node has it. */
export function createVerificationHost(now: Date, signal: AbortSignal): VerificationHost {
  return { now, crypto: globalThis.crypto.subtle, gzip: { decompress }, fetchText: createFetchText(signal) };
}

/** What an address gave. */
export interface FetchedSource {
  readonly text: string;
  readonly isPage: boolean;
  /** The credential that a page names (`Link`, RFC 8288), on the same site; undefined for none. */
  readonly credential: string | undefined;
}

/** Gets texts over HTTP(S). Keys and lists are taken from where the issuer says, not beyond. */
function createFetchText(signal: AbortSignal): FetchText {
  const fetchSource = createFetchSource(signal);
  return async (url) => {
    const source = await fetchSource(url);
    return source.ok ? success(source.value.text) : source;
  };
}

/** Gets what is at an address, of limited size and time. */
export function createFetchSource(signal: AbortSignal): (url: string) => Promise<Result<FetchedSource, string>> {
  return async (url) => {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      return failure(`\`${url.slice(0, 100)}\` is not an http(s) address`);
    }
    try {
      const response = await fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      if (response.status >= 300 && response.status < 400)
        return failure(`${url} leads elsewhere, which is not followed`);
      const text = await readText(response);
      if (!response.ok) return failure(`${url} answered ${response.status}${reasonOf(response, text)}`);
      if (!text.ok) return text;
      const isPage = /^text\/html\b/.test(response.headers.get("content-type") ?? "");
      const credential = credentialLink(response.headers.get("link") ?? "", url);
      return success({ text: text.value, isPage, credential });
    } catch (error) {
      const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : "no answer";
      return failure(`${url} cannot be reached (${reason})`);
    }
  };
}

/** The address of the first link to a credential; links to other sites would lead to somebody else's. */
function credentialLink(header: string, base: string): string | undefined {
  const links = header.matchAll(/<([^<>]{1,2000})>([^<>]{0,2000})/g);
  for (const [, target = "", parameters = ""] of links) {
    const isCredential = /;\s*type="?application\/vc"?/i.test(parameters) && /;\s*rel="?alternate\b/i.test(parameters);
    if (!isCredential || !URL.canParse(target, base)) continue;
    const url = new URL(target, base);
    if (url.origin === new URL(base).origin) return url.href;
  }
  return undefined;
}

/** Why there is nothing, where the site says so as a problem (RFC 9457). */
function reasonOf(response: Response, text: Result<string, string>): string {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
  if (!isProblem || !text.ok) return "";
  const read = readIJson(text.value);
  const detail = read.ok && isJsonObject(read.value) ? read.value["detail"] : undefined;
  return typeof detail === "string" ? `: ${detail.slice(0, 500).replace(/\.$/, "")}` : "";
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
