import { failure, type Result } from "#core/base/result.ts";
import type { KeyFailure, KeyResolver } from "./data-integrity.ts";
import { didWebUrl, findKey } from "./did-document.ts";
import { readDidKeyMethod } from "./multikey.ts";
import { readIJson } from "./read-i-json.ts";

/** Gets the text at an address; the failure is a sentence without a full stop for people. */
export type FetchText = (url: string) => Promise<Result<string, string>>;

/** A resolver for `did:key`, which needs nobody, and `did:web`, whose document is fetched once. */
export function createKeyResolver(fetchText: FetchText, now: Date): KeyResolver {
  const documents = new Map<string, Promise<Result<string, string>>>();
  return async (verificationMethod, purpose) => {
    const fail = (reason: KeyFailure["reason"], detail: string) => failure({ reason, verificationMethod, detail });
    const spelledOut = readDidKeyMethod(verificationMethod);
    if (spelledOut?.ok === true) return spelledOut;
    if (spelledOut !== undefined) {
      return fail(
        spelledOut.failure.reason === "unsupported" ? "unsupported-key" : "unknown-key",
        spelledOut.failure.detail,
      );
    }
    const [did = ""] = verificationMethod.split("#");
    const url = didWebUrl(did);
    if (url === undefined) {
      const isOther = !/^did:(?:web|key):/.test(did);
      const detail = isOther ? "is neither did:web nor did:key" : "is no address of a key";
      return fail(isOther ? "unsupported-key" : "unknown-key", `\`${did.slice(0, 100)}\` ${detail}`);
    }
    const answer = documents.get(url) ?? fetchText(url);
    documents.set(url, answer);
    const fetched = await answer;
    if (!fetched.ok) return fail("unavailable-key", fetched.failure);
    const document = readIJson(fetched.value);
    if (!document.ok) return fail("unknown-key", `the DID document cannot be relied on: ${document.failure.detail}`);
    const key = findKey(document.value, verificationMethod, purpose, now);
    return key.ok ? key : fail(key.failure.reason, key.failure.detail);
  };
}
