/** Finds the key words of a sentence as parts of its grammar, with the negation that belongs to them. */
import { table, type Table } from "#core/base/table.ts";
import type { RequirementLevel } from "#core/standards/requirements/key-words.ts";

import type { Modal, Read } from "./item.ts";
import type { Token } from "./lex.ts";

const VERBS: Table<RequirementLevel> = table({ must: "MUST", shall: "MUST", should: "SHOULD", may: "MAY" });
const ADJECTIVES: Table<readonly [RequirementLevel, boolean]> = table({
  required: ["MUST", false],
  mandatory: ["MUST", false],
  forbidden: ["MUST", true],
  prohibited: ["MUST", true],
  recommended: ["SHOULD", false],
  optional: ["MAY", false],
});
const COPULA = /^(?:is|are|be|been|being|considered|becomes?|remains?|made|also|strictly)$/;

/** Whether a text capitalizes a key word: then words in lower case are none. */
export function capitalizes(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text, lower }) => text === text.toUpperCase() && (VERBS[lower] !== undefined || ADJECTIVES[lower] !== undefined),
  );
}

/** The key word at a place; undefined where none stands there. */
export function readModal(tokens: readonly Token[], at: number, isInCapitals: boolean): Read<Modal> | undefined {
  const isNegated = tokens[at]?.lower === "not";
  const token = tokens[isNegated ? at + 1 : at];
  if (token?.kind !== "word") return undefined;
  const isCapitalized = token.text === token.text.toUpperCase();
  if (isInCapitals && !isCapitalized) return undefined;
  const found = isNegated ? undefined : readVerb(tokens, at, token);
  const read = found ?? readAdjective(tokens, at, token, isNegated, isInCapitals);
  if (read === undefined) return undefined;
  const text = tokens
    .slice(at, read.next)
    .map((part) => part.text)
    .join(" ");
  return { value: { kind: "modal", text, isCapitalized, ...read.value }, next: read.next };
}

type Meaning = Pick<Modal, "level" | "isNegative" | "isAdjective" | "isAmbiguous">;

function readVerb(tokens: readonly Token[], at: number, { lower }: Token): Read<Meaning> | undefined {
  const level = VERBS[lower];
  // "In may 2027" names a month.
  if (level === undefined || (lower === "may" && /^\d{4}$/.test(tokens[at + 1]?.text ?? ""))) return undefined;
  const isNegative = ["not", "never"].includes(tokens[at + 1]?.lower ?? "");
  const isAmbiguous = level === "MAY" && isNegative;
  return { value: { level, isNegative, isAdjective: false, isAmbiguous }, next: isNegative ? at + 2 : at + 1 };
}

function readAdjective(
  tokens: readonly Token[],
  at: number,
  { lower, text }: Token,
  isNegated: boolean,
  isInCapitals: boolean,
): Read<Meaning> | undefined {
  const found = ADJECTIVES[lower];
  if (found === undefined || (!isInCapitals && !COPULA.test(tokens[at - 1]?.lower ?? "")) || text === "")
    return undefined;
  const [level, isNegative] = found;
  const next = isNegated ? at + 2 : at + 1;
  const base = { isAdjective: true, isAmbiguous: false };
  if (!isNegated) return { value: { level, isNegative, ...base }, next };
  if (level === "SHOULD") return { value: { level, isNegative: true, ...base }, next };
  // What is not required, and what is not forbidden, is free.
  return { value: { level: "MAY", isNegative: false, ...base, isAmbiguous: level === "MAY" }, next };
}
