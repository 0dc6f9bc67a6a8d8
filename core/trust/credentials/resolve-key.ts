import { failure, success, type Result } from "#core/base/result.ts";
import type { KeyFailure, KeyResolver } from "./data-integrity.ts";
import { didWebUrl, findAssertionKey } from "./did-document.ts";
import { decodeDidKeyMethod } from "./multikey.ts";

/** Gets the text at an address; the failure is a sentence without a full stop for people. */
export type FetchText = (url: string) => Promise<Result<string, string>>;

/** A resolver for `did:key`, which needs nobody, and `did:web`, whose document is fetched once. */
export function createKeyResolver(fetchText: FetchText): KeyResolver {
  const documents = new Map<string, Promise<Result<string, string>>>();
  return async (verificationMethod) => {
    const fail = (reason: KeyFailure["reason"], detail: string) => failure({ reason, verificationMethod, detail });
    const spelledOut = decodeDidKeyMethod(verificationMethod);
    if (spelledOut !== undefined) return success(spelledOut);
    const [did = ""] = verificationMethod.split("#");
    const url = didWebUrl(did);
    if (url === undefined)
      return fail("unknown-key", `\`${did.slice(0, 100)}\` is neither did:web nor an Ed25519 did:key`);
    const document = documents.get(url) ?? fetchText(url);
    documents.set(url, document);
    const fetched = await document;
    if (!fetched.ok) return fail("unavailable-key", fetched.failure);
    const key = findAssertionKey(parseJson(fetched.value), verificationMethod);
    return key.ok ? key : fail("unknown-key", key.failure.detail);
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // SyntaxError
  }
}
