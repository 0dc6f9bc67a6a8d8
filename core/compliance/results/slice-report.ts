import { isCollection, parseAllDocuments } from "yaml";

import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { UNCHECKED_KEYS } from "#core/base/yaml/find-key-fault.ts";

/** What an upload holds, document by document. */
export interface UploadPart {
  /** The cloud that the document is about; undefined where it does not say. */
  readonly subject: string | undefined;
  /** The document's own characters, without separators and comments around it. */
  readonly text: string;
}

/**
 * The documents of a signed upload, a stream of YAML documents or one JSON object, each with its own characters: who may read one
 * of them need not be allowed to read the bytes of all. Empty where the bytes cannot be read.
 */
export function splitDocuments(bytes: Uint8Array): readonly UploadPart[] {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return [];
  const { text } = decoded.value;
  return [...parseAllDocuments(text, UNCHECKED_KEYS)].map((document) => {
    const [start, end] = document.contents?.range ?? [0, 0];
    const subject = isCollection(document.contents) ? document.contents.get("subject") : undefined;
    return { subject: typeof subject === "string" ? subject : undefined, text: text.slice(start, end) };
  });
}
