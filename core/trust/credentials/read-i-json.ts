import { findRepeatedNames } from "#core/base/json/find-repeated-names.ts";
import { scanJson } from "#core/base/json/scan-json.ts";

import { failure, success, type Result } from "#core/base/result.ts";
import { canonicalizeJson } from "./canonicalize-json.ts";

/** Why a text is refused: a sentence without a full stop; `syntax` where it is no JSON at all. */
export interface IJsonFailure {
  readonly reason: "syntax" | "ambiguous";
  readonly detail: string;
}

/** As deep as canonical JSON goes; more containers were never in a credential. */
const LIMITS = { maxDepth: 100, maxContainers: 100_000, maxNameLength: 10_000 } as const;

/**
 * Reads I-JSON (RFC 7493), which RFC 8785 demands of what is signed: a text that two readers could understand differently
 * is refused. Those have repeated names, halves of surrogate pairs, and numbers that a double cannot tell from others.
 */
export function readIJson(text: string): Result<unknown, IJsonFailure> {
  const scanned = scanJson(text, LIMITS);
  if (!scanned.ok) {
    const { kind, pointer } = scanned.failure;
    return kind === "syntax"
      ? failure({ reason: "syntax", detail: "it is not JSON" })
      : ambiguous(`it is larger than a credential ever is, at \`${shown(pointer)}\``);
  }
  const [repeated] = findRepeatedNames(text);
  if (repeated !== undefined) {
    return ambiguous(`the name \`${shown(repeated.pointer)}\` stands there twice, so that it says two things`);
  }
  const value: unknown = JSON.parse(text);
  const canonical = canonicalizeJson(value);
  if (!canonical.ok) {
    const { reason, pointer } = canonical.failure;
    const what = reason === "lone-surrogate" ? "the text is not well-formed Unicode" : "the number is too large";
    return ambiguous(`${what}, at \`${shown(pointer)}\``);
  }
  return hasVagueNumber(value)
    ? ambiguous("a whole number is larger than 9007199254740991, so that it may mean another one")
    : success(value);
}

function ambiguous(detail: string): Result<never, IJsonFailure> {
  return failure({ reason: "ambiguous", detail });
}

function hasVagueNumber(value: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasVagueNumber);
}

function shown(pointer: string): string {
  return pointer.slice(0, 200).toWellFormed();
}
