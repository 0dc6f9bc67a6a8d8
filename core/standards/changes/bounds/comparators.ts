/** Reads the words that say which way a number binds, with the negation before them. */
import { table, type Table } from "#core/base/table.ts";
import type { Comparator } from "./item.ts";
import type { Token } from "./lex.ts";
import { COST_NOUNS } from "./lexicon.ts";

/** A comparator, and where its number begins. */
export interface FoundComparator {
  readonly kind: "lower" | "upper" | "exact" | "unequal" | "range" | "unknown";
  readonly isStrict: boolean;
  readonly comparator: Comparator;
  readonly next: number;
}

type Direction = "lower" | "upper";

const UP = "more greater larger higher longer bigger older wider deeper".split(" ");
const DOWN = "less fewer lower smaller shorter younger newer narrower".split(" ");
const SIGNS: Table<readonly [FoundComparator["kind"], boolean]> = table({
  ">": ["lower", true],
  ">=": ["lower", false],
  "≥": ["lower", false],
  "<": ["upper", true],
  "<=": ["upper", false],
  "≤": ["upper", false],
  "=": ["exact", false],
  "==": ["exact", false],
  "!=": ["unequal", false],
  "≠": ["unequal", false],
});
/** Phrases with their direction, whether they leave the value out, and their sort; longer ones first. */
const PHRASES: readonly (readonly [string, FoundComparator["kind"], boolean, Comparator])[] = [
  ["more often than", "lower", true, "adjective"],
  ["more frequently than", "lower", true, "adjective"],
  ["less often than", "upper", true, "adjective"],
  ["less frequently than", "upper", true, "adjective"],
  ["less than or equal to", "upper", false, "adjective"],
  ["greater than or equal to", "lower", false, "adjective"],
  ["at least as many", "lower", false, "adverb"],
  ["at a minimum", "lower", false, "adverb"],
  ["a minimum of", "lower", false, "adverb"],
  ["at a maximum", "upper", false, "adverb"],
  ["a maximum of", "upper", false, "adverb"],
  ["the maximum of", "upper", false, "adverb"],
  ["in excess of", "lower", true, "adjective"],
  ["at least", "lower", false, "adverb"],
  ["at most", "upper", false, "adverb"],
  ["at minimum", "lower", false, "adverb"],
  ["at maximum", "upper", false, "adverb"],
  ["minimum of", "lower", false, "adverb"],
  ["maximum of", "upper", false, "adverb"],
  ["as much as", "upper", false, "up to"],
  ["as many as", "upper", false, "up to"],
  ["up to", "upper", false, "up to"],
  ["later than", "lower", true, "time"],
  ["earlier than", "upper", true, "time"],
  ["sooner than", "upper", true, "time"],
  ["equal to", "exact", false, "none"],
  ["worse than", "unknown", true, "adjective"],
  ["better than", "unknown", true, "adjective"],
  ["exactly", "exact", false, "none"],
  ["precisely", "exact", false, "none"],
  ["minimum", "lower", false, "adverb"],
  ["min .", "lower", false, "adverb"],
  ["min", "lower", false, "adverb"],
  ["maximum", "upper", false, "adverb"],
  ["max .", "upper", false, "adverb"],
  ["max", "upper", false, "adverb"],
  ["within", "upper", false, "adverb"],
  ["exceeding", "lower", true, "adjective"],
  ["exceeds", "lower", true, "adjective"],
  ["exceed", "lower", true, "adjective"],
  ["beyond", "lower", true, "adjective"],
  ["above", "lower", true, "adjective"],
  ["over", "lower", true, "adjective"],
  ["below", "upper", true, "adjective"],
  ["under", "upper", true, "adjective"],
  ["between", "range", false, "none"],
];
const SPLIT = PHRASES.map(([words, ...rest]) => [words.split(" "), ...rest] as const);
const FILLERS = ["a", "an", "the", "of"];

/** The comparator at a place, with a `no` or `not` before it; undefined where none stands there. */
export function readComparator(tokens: readonly Token[], at: number): FoundComparator | undefined {
  const isNegated = tokens[at]?.lower === "no" || tokens[at]?.lower === "not";
  const found = readPlain(tokens, isNegated ? at + 1 : at);
  if (found === undefined) return undefined;
  const next = skipFillers(tokens, found.next);
  return isNegated ? negate({ ...found, next }) : { ...found, next };
}

/** `not more than` includes its value, `not at least` says nothing that anybody understands alike. */
function negate(found: FoundComparator): FoundComparator | undefined {
  if (found.kind === "unknown") return found;
  if (!found.isStrict || (found.kind !== "lower" && found.kind !== "upper")) return undefined;
  return { ...found, kind: found.kind === "lower" ? "upper" : "lower", isStrict: false };
}

function readPlain(tokens: readonly Token[], at: number): FoundComparator | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const sign = token.kind === "mark" ? SIGNS[token.text] : undefined;
  if (sign !== undefined) return { kind: sign[0], isStrict: sign[1], comparator: "adjective", next: at + 1 };
  for (const [words, kind, isStrict, comparator] of SPLIT) {
    if (!words.every((word, index) => tokens[at + index]?.lower === word)) continue;
    return { kind, isStrict, comparator, next: at + words.length };
  }
  const direction = directionOf(token.lower);
  if (direction === undefined || tokens[at + 1]?.lower !== "than") return undefined;
  return { kind: direction, isStrict: true, comparator: "adjective", next: at + 2 };
}

function directionOf(lower: string): Direction | undefined {
  if (UP.includes(lower)) return "lower";
  return DOWN.includes(lower) ? "upper" : undefined;
}

function skipFillers(tokens: readonly Token[], at: number): number {
  let next = at;
  while (FILLERS.includes(tokens[next]?.lower ?? "") && next < at + 2) next += 1;
  return next;
}

// Of versions the newer one is the larger, of ages the smaller: `older` and `younger` behind a number stay words.
/**
 * "A minimum bandwidth of": the words between belong to the sentence. A maximum is a bound only of what is the better the
 * less there is of it; of anything else it may be what must work.
 */
export function readLimitNoun(
  tokens: readonly Token[],
  at: number,
): (FoundComparator & { readonly nounAt: number }) | undefined {
  const lower = tokens[at]?.lower ?? "";
  const isMinimum = /^(?:min|minimum|minimal)$/.test(lower);
  if (!isMinimum && !/^(?:max|maximum|maximal)$/.test(lower)) return undefined;
  const of = tokens.findIndex((token, index) => index > at + 1 && index <= at + 4 && token.lower === "of");
  if (of < 0) return undefined;
  const nouns = tokens.slice(at + 1, of);
  if (nouns.some(({ kind }) => kind !== "word")) return undefined;
  const isCost = nouns.some((noun) => COST_NOUNS.has(noun.lower));
  const kind = isMinimum ? "lower" : isCost ? "upper" : "unknown";
  return { kind, isStrict: false, comparator: "adverb", next: of + 1, nounAt: at + 1 };
}

const AFTER_UP = "more greater larger higher longer bigger above later newer up upwards beyond".split(" ");
const AFTER_DOWN = "less fewer lower smaller shorter below earlier down under".split(" ");

/** What stands behind a number: `or more`, `and above`, `+`, `at most`; its first and its last token but one. */
export function readPostfix(
  tokens: readonly Token[],
  at: number,
): { readonly kind: Direction; readonly start: number; readonly next: number } | undefined {
  const plus = tokens[at];
  if (plus?.text === "+" && !plus.gap) return { kind: "lower", start: at, next: at + 1 };
  for (let index = at; index <= at + 3; index += 1) {
    const [token, word] = [tokens[index], tokens[index + 1]?.lower ?? ""];
    if (token === undefined || token.kind !== "word") return undefined;
    if (token.lower === "or" || token.lower === "and") {
      const kind = AFTER_UP.includes(word) ? "lower" : AFTER_DOWN.includes(word) ? "upper" : undefined;
      const isComplete = kind !== undefined && tokens[index + 2]?.lower !== "than";
      return isComplete ? { kind, start: index, next: index + 2 } : undefined;
    }
    if (token.lower === "at" && (word === "least" || word === "most") && index === at && endsThere(tokens, index + 2)) {
      return { kind: word === "least" ? "lower" : "upper", start: index, next: index + 2 };
    }
    const isNoun = token.lower === "maximum" || token.lower === "minimum";
    if (isNoun && endsThere(tokens, index + 1)) {
      return { kind: token.lower === "minimum" ? "lower" : "upper", start: index, next: index + 1 };
    }
  }
  return undefined;
}

function endsThere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.kind === "mark";
}
