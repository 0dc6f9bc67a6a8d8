import type { Finding } from "#core/base/finding.ts";
import type { Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import type { CommunityAddresses } from "./check-settings.ts";
import { prepareDocument, type PreparedDocument } from "./prepare-document.ts";
import { readDocument, type ParsedDocument } from "../documents/read-document.ts";

/** What is known of documents that were read before: two states of a tree cost as much as one and what differs. */
export interface DocumentMemory {
  /** As `readDocument`. */
  read(path: string, bytes: Uint8Array): Result<ParsedDocument, Finding>;
  /** As `prepareDocument`. */
  prepare(document: ParsedDocument, addresses: CommunityAddresses): PreparedDocument;
}

/** Documents that are kept; beyond, the oldest go. Enough for both states of a large tree. */
const MAX_KEPT = 1_000;

/** A memory with nothing in it. */
export function createDocumentMemory(): DocumentMemory {
  const known = new Map<string, Result<ParsedDocument, Finding>>();
  const prepared = new WeakMap<ParsedDocument, { readonly addresses: string; readonly result: PreparedDocument }>();
  return {
    read(path, bytes) {
      const decoded = decodeUtf8(bytes);
      if (!decoded.ok) return readDocument(path, bytes);
      const { text, hadByteOrderMark } = decoded.value;
      const key = `${path}\n${hadByteOrderMark}\n${text}`;
      const result = known.get(key) ?? readDocument(path, bytes);
      known.set(key, result);
      if (known.size > MAX_KEPT) known.delete(known.keys().next().value ?? "");
      return result;
    },
    prepare(document, given) {
      const addresses = JSON.stringify(given);
      const found = prepared.get(document);
      if (found?.addresses === addresses) return found.result;
      const result = prepareDocument(document, given);
      prepared.set(document, { addresses, result });
      return result;
    },
  };
}
