import type { Root } from "mdast";

import type { Finding } from "#core/base/finding.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { createLineIndex, type LineIndex } from "#core/base/text/line-index.ts";

import { fileNameOf, parseDocumentName, type DocumentName } from "./document-id.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import { findBrokenLimit } from "./parse-limits.ts";

/** Largest document: 256 KiB; the longest of the SCS is 30 kB. Parsing, checking and rendering cost seconds per megabyte. */
export const MAX_DOCUMENT_BYTES = 262_144;

/** A document whose bytes are text and whose text may be parsed. */
export interface ParsedDocument {
  /** Path inside the tree, forward slashes. */
  readonly path: string;
  readonly fileName: string;
  /** Undefined where the file name does not follow the grammar. */
  readonly name: DocumentName | undefined;
  /** Without byte order mark. */
  readonly text: string;
  readonly hadByteOrderMark: boolean;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter;
  /** The Markdown tree with positions in `text`; parsed at the first call and shared: do not change it. */
  markdown(): Root;
}

/** The rule of everything that keeps a file from being read as a document. */
export const UNREADABLE_RULE = "document-unreadable";

/**
 * Reads bytes as a document in stages: size, UTF-8, NUL, cost of parsing. The first stage that fails is the finding;
 * everything after it (file name, front matter, sections) is for the rules, and a document with such faults is still one.
 */
export function readDocument(path: string, bytes: Uint8Array): Result<ParsedDocument, Finding> {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const limit = MAX_DOCUMENT_BYTES.toLocaleString("en");
    return failure(
      unreadable(path, `${bytes.length.toLocaleString("en")} bytes, at most ${limit}: split the document.`),
    );
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const { byteOffset } = decoded.failure;
    const before = new TextDecoder("utf-8").decode(bytes.subarray(0, byteOffset));
    const hex = (bytes[byteOffset] ?? 0).toString(16).padStart(2, "0").toUpperCase();
    const message = `Byte 0x${hex} at offset ${byteOffset} is not UTF-8: save the file as UTF-8.`;
    return failure(unreadable(path, message, before, before.length));
  }
  return readDocumentText(path, decoded.value.text, decoded.value.hadByteOrderMark);
}

/** Reads a text that is decoded already; `hadByteOrderMark` defaults to false. */
export function readDocumentText(
  path: string,
  text: string,
  hadByteOrderMark = false,
): Result<ParsedDocument, Finding> {
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return failure(
      unreadable(path, "A NUL character: this is not a text file, or it is UTF-16; save it as UTF-8.", text, nul),
    );
  }
  const broken = findBrokenLimit(text);
  if (broken !== undefined) {
    return failure(
      unreadable(path, `The text has ${broken.reason}, so it is not parsed: ${broken.remedy}.`, text, broken.offset),
    );
  }
  const fileName = fileNameOf(path);
  let root: Root | undefined;
  return success({
    path,
    fileName,
    name: parseDocumentName(fileName),
    text,
    hadByteOrderMark,
    lines: createLineIndex(text),
    frontMatter: readFrontMatter(text),
    markdown() {
      root ??= parseMarkdown(text);
      return root;
    },
  });
}

function unreadable(path: string, message: string, text = "", offset = 0): Finding {
  const start = createLineIndex(text).positionAt(offset);
  return {
    ruleId: UNREADABLE_RULE,
    severity: "error",
    message,
    place: { path, start, end: { line: start.line, column: start.column + (text === "" ? 0 : 1) } },
    source: { clause: "SCS-0001, Document format" },
  };
}
