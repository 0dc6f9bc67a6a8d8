import { findLargeNumbers } from "#core/base/json/find-large-numbers.ts";
import { findRepeatedNames } from "#core/base/json/find-repeated-names.ts";
import { measureJson } from "#core/base/json/measure-json.ts";
import { scanJson, type JsonLimits, type JsonRefusal } from "#core/base/json/scan-json.ts";
import { visitObjects } from "#core/base/json/walk-objects.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

import type { FindingReport } from "./finding-report.ts";
import { quoteValue } from "./quote-value.ts";
import { recognizeBytes } from "./recognize-bytes.ts";

/** A document with the text it was read from. */
export interface ReadDocument {
  /** Without a byte order mark; all offsets count in it. */
  readonly text: string;
  readonly document: unknown;
}

/** Bytes that are no document; the text as far as there is one, for the places of findings. */
export interface NotJson {
  readonly text: string;
}

const JSON_SOURCE = { clause: "RFC 8259, The JSON Data Interchange Format" } as const;
const LIMIT_SOURCE = { clause: "Stele, limits of SBOMs" } as const;

/** Bytes to a parsed document in the order that hostile input demands: encoding, depth and syntax, then `JSON.parse`. */
export function readJson(bytes: Uint8Array, limits: JsonLimits, report: FindingReport): Result<ReadDocument, NotJson> {
  const advice = recognizeBytes(bytes);
  if (advice !== undefined) {
    report.add("error", { ruleId: "sbom-json" }, () => at(0, advice));
    return failure({ text: "" });
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return refuseBytes(bytes, decoded.failure.byteOffset, report);
  const { text, hadByteOrderMark } = decoded.value;
  if (hadByteOrderMark) {
    report.add("note", { ruleId: "sbom-byte-order-mark" }, () =>
      at(0, "The text starts with a byte order mark, RFC 8259 §8.1 wants none"),
    );
  }
  const shape = measureJson(text, limits);
  const document = shape === undefined ? undefined : parse(text);
  if (shape === undefined || document === undefined) {
    const scanned = scanJson(text, limits);
    if (scanned.ok) throw new Error("a text is refused that the scan accepts");
    reportRefusal(scanned.failure, text, report);
    return failure({ text });
  }
  if (countMembers(document.value) !== shape.memberCount) reportRepeatedNames(text, report);
  if (shape.hasLongNumber) reportLargeNumbers(document.value, report);
  return success({ text, document: document.value });
}

/** Undefined for what is no JSON; the scan says where. Depth was measured before. */
function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** The place of a byte: in the text before it, which is well-formed. */
function refuseBytes(bytes: Uint8Array, byteOffset: number, report: FindingReport): Result<never, NotJson> {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, byteOffset));
  const byte = (bytes[byteOffset] ?? 0).toString(16).padStart(2, "0");
  report.add("error", { ruleId: "sbom-utf-8" }, () =>
    at(text.length, `Byte 0x${byte} at offset ${byteOffset} is not UTF-8, expected UTF-8 text`),
  );
  return failure({ text });
}

/** Which rule a refusal belongs to. */
const REFUSAL_RULES: Readonly<Record<JsonRefusal["kind"], string>> = {
  syntax: "sbom-json",
  "too-deep": "sbom-depth",
  "name-too-long": "sbom-size",
  "too-many-containers": "sbom-size",
};

function reportRefusal(refusal: JsonRefusal, text: string, report: FindingReport): void {
  const { kind, offset, pointer } = refusal;
  const source = kind === "syntax" ? JSON_SOURCE : LIMIT_SOURCE;
  report.add("error", { ruleId: REFUSAL_RULES[kind] }, () => ({
    ...at(offset, wordRefusal(refusal, text)),
    pointer,
    source,
  }));
}

function wordRefusal(refusal: JsonRefusal, text: string): string {
  switch (refusal.kind) {
    case "syntax":
      return wordSyntax(text[refusal.offset], refusal.expected);
    case "too-deep":
      return `Arrays and objects lie more than ${refusal.limit} deep here, expected a flatter document`;
    case "name-too-long":
      return `The name of a member is longer than ${refusal.limit} characters, expected a shorter one`;
    case "too-many-containers":
      return `More than ${refusal.limit} arrays and objects, expected fewer; check larger documents with \`stele sbom check\``;
  }
}

function wordSyntax(character: string | undefined, expected: string): string {
  return `Unexpected ${character === undefined ? "end of the text" : quoteValue(character)}, expected ${expected}`;
}

function reportRepeatedNames(text: string, report: FindingReport): void {
  for (const { name, pointer, start, end } of findRepeatedNames(text)) {
    report.add("error", { ruleId: "sbom-duplicate-name", cause: name }, () => ({
      message: `The object has a member ${quoteValue(name)} already, expected each name once: readers differ in which one they take`,
      pointer,
      range: { start, end },
      source: { clause: "RFC 8259 §4: the names within an object should be unique" },
    }));
  }
}

/** Beyond 2^53 programs read one number as different ones, and databases have no room for it. */
function reportLargeNumbers(document: unknown, report: FindingReport): void {
  for (const pointer of findLargeNumbers(document)) {
    report.add("error", { ruleId: "sbom-number" }, () => ({
      message: `The number is beyond ${Number.MAX_SAFE_INTEGER.toLocaleString("en")}, where programs read one number as different ones; expected a smaller one, or a text`,
      pointer,
      source: { clause: "RFC 8259 §6: integers in the range [-(2**53)+1, (2**53)-1] are interoperable" },
    }));
  }
}

function countMembers(document: unknown): number {
  let count = 0;
  visitObjects(document, (object) => {
    for (const _name in object) count += 1;
  });
  return count;
}

function at(offset: number, message: string) {
  return { message, pointer: "", range: { start: offset, end: offset + 1 }, source: JSON_SOURCE };
}
