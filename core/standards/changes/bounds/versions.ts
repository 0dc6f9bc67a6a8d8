/** Reads versions: numbers that belong to a name and compare part by part. */
import { relation } from "./amounts.ts";
import type { Token } from "./lex.ts";
import { unitOf } from "./units.ts";
import type { Relation } from "./relations.ts";
import { fixedValue } from "./values.ts";

/** A version, where its number begins and where reading goes on. */
export interface FoundVersion {
  readonly value: Relation;
  readonly amountAt: number;
  readonly next: number;
}

const WORD = /^(?:version|versions|release|revision|edition|v|kernel)$/;
/** Capitalized words that are no names. */
const NO_NAMES =
  /^(?:every|each|all|at|up|of|in|on|no|not|within|over|more|less|fewer|than|the|a|an|and|or|must|shall|should|may|required|forbidden|recommended|optional|between|from|to|for|with|after|before|if|when|where|only|these|those)$/;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,3}$/;
/** Each part of a version has four digits of the value. */
const PART = 1e4;

/** The version at a place: up to three words of a name, then its number. */
export function readVersion(tokens: readonly Token[], at: number): FoundVersion | undefined {
  for (let amountAt = at + 1; amountAt <= at + 3; amountAt += 1) {
    const [name, number] = [tokens[amountAt - 1], tokens[amountAt]];
    if (name === undefined || !isPartOfName(name, amountAt - 1)) return undefined;
    if (number?.kind !== "number") continue;
    const edition = editionAt(tokens, amountAt);
    if (edition !== undefined) return { value: relation("exact", fixedValue("edition", 0)), amountAt, next: edition };
    if (!VERSION.test(number.text) || isCounted(tokens, amountAt + 1)) return undefined;
    const parts = number.text.split(".").map(Number);
    const value = parts.reduce((sum, part, index) => sum + part * PART ** (3 - index), 0);
    return { value: relation("exact", fixedValue("version", value)), amountAt, next: amountAt + 1 };
  }
  return undefined;
}

/** `27001:2022`: a document with the year of its edition. */
function editionAt(tokens: readonly Token[], at: number): number | undefined {
  const [colon, year] = [tokens[at + 1], tokens[at + 2]];
  return colon?.text === ":" && !colon.gap && /^(?:19|20)\d\d$/.test(year?.text ?? "") && year?.gap === false
    ? at + 3
    : undefined;
}

function isPartOfName({ kind, text, lower, gap }: Token, index: number): boolean {
  if (kind !== "word" || NO_NAMES.test(lower)) return false;
  if (WORD.test(lower)) return true;
  // The first word of a sentence is capitalized anyhow.
  return /^\p{Lu}/u.test(text) ? gap || index > 0 || /\p{Lu}/u.test(text.slice(1)) : false;
}

/** A unit or a range behind the number says that it counts something. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.text === "%" || (token.kind === "word" && !token.gap)) return true;
  return ["to", "-", "–", "±", ":"].includes(token.lower)
    ? tokens[at + 1]?.kind === "number"
    : unitOf(token.text) !== undefined;
}
