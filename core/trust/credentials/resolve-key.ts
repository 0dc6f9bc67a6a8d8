import { failure, success, type Result } from "#core/base/result.ts";
import type { KeyFailure, KeyResolver } from "./data-integrity.ts";
import { didWebUrl, findAssertionKey } from "./did-document.ts";
import { decodeDidKeyMethod } from "./multikey.ts";
import { readIJson } from "./read-i-json.ts";

/** Gets the text at an address; the failure is a sentence without a full stop for people. */
export type FetchText = (url: string) => Promise<Result<string, string>>;

/** A resolver for `did:key`, which needs nobody, and `did:web`, whose document is fetched once. */
export function createKeyResolver(fetchText: FetchText, now: Date): KeyResolver {
  const documents = new Map<string, Promise<Result<string, string>>>();
  return async (verificationMethod) => {
    const fail = (reason: KeyFailure["reason"], detail: string) => failure({ reason, verificationMethod, detail });
    const spelledOut = decodeDidKeyMethod(verificationMethod);
    if (spelledOut !== undefined) return success(spelledOut);
    const [did = ""] = verificationMethod.split("#");
    const url = didWebUrl(did);
    if (url === undefined)
      return fail("unknown-key", `\`${did.slice(0, 100)}\` is neither did:web nor an Ed25519 did:key`);
    const answer = documents.get(url) ?? fetchText(url);
    documents.set(url, answer);
    const fetched = await answer;
    if (!fetched.ok) return fail("unavailable-key", fetched.failure);
    const document = readIJson(fetched.value);
    if (!document.ok) return fail("unknown-key", `the DID document cannot be relied on: ${document.failure.detail}`);
    const key = findAssertionKey(document.value, verificationMethod, now);
    return key.ok ? key : fail("unknown-key", key.failure.detail);
  };
}
