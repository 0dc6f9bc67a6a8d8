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
    report.add("error", () => at(0, "sbom-json", advice));
    return failure({ text: "" });
  }
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return refuseBytes(bytes, decoded.failure.byteOffset, report);
  const { text, hadByteOrderMark } = decoded.value;
  if (hadByteOrderMark) {
    report.add("note", () =>
      at(0, "sbom-byte-order-mark", "The text starts with a byte order mark, RFC 8259 §8.1 wants none"),
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
  report.add("error", () =>
    at(text.length, "sbom-utf-8", `Byte 0x${byte} at offset ${byteOffset} is not UTF-8, expected UTF-8 text`),
  );
  return failure({ text });
}

function reportRefusal(refusal: JsonRefusal, text: string, report: FindingReport): void {
  const { offset, pointer } = refusal;
  report.add("error", () => {
    switch (refusal.kind) {
      case "syntax":
        return { ...at(offset, "sbom-json", wordSyntax(text[offset], refusal.expected)), pointer };
      case "too-deep":
        return {
          ...at(
            offset,
            "sbom-depth",
            `Arrays and objects lie more than ${refusal.limit} deep here, expected a flatter document`,
          ),
          pointer,
          source: LIMIT_SOURCE,
        };
      case "name-too-long":
        return {
          ...at(
            offset,
            "sbom-size",
            `The name of a member is longer than ${refusal.limit} characters, expected a shorter one`,
          ),
          pointer,
          source: LIMIT_SOURCE,
        };
      case "too-many-containers":
        return {
          ...at(
            offset,
            "sbom-size",
            `More than ${refusal.limit} arrays and objects, expected fewer; check larger documents with \`stele sbom check\``,
          ),
          pointer,
          source: LIMIT_SOURCE,
        };
    }
  });
}

function wordSyntax(character: string | undefined, expected: string): string {
  return `Unexpected ${character === undefined ? "end of the text" : quoteValue(character)}, expected ${expected}`;
}

function reportRepeatedNames(text: string, report: FindingReport): void {
  for (const { name, pointer, start, end } of findRepeatedNames(text)) {
    report.add("error", () => ({
      ruleId: "sbom-duplicate-name",
      message: `The object has a member ${quoteValue(name)} already, expected each name once: readers differ in which one they take`,
      pointer,
      range: { start, end },
      source: { clause: "RFC 8259 §4: the names within an object should be unique" },
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

function at(offset: number, ruleId: string, message: string) {
  return { ruleId, message, pointer: "", range: { start: offset, end: offset + 1 }, source: JSON_SOURCE };
}
