import { table, type Table } from "#core/base/table.ts";

/** Reads the quantities of a sentence and tells whether a change of them asks for more or for less. */

/** A number with what it counts and which way it binds. */
export interface Quantity {
  /** In the base unit: hours for times, else as written. */
  readonly value: number;
  /** `time`, the word behind the number in singular, or empty. */
  readonly unit: string;
  /** `upper` for "at most 3", `lower` for "at least 3"; undefined where the sentence does not say. */
  readonly bound: "upper" | "lower" | undefined;
  /** As written: `4 months`. */
  readonly text: string;
}

const HOURS: Table<number> = table({
  second: 1 / 3600,
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730.5,
  year: 8766,
});
const NUMBER_WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const TIME = Object.keys(HOURS).join("|");
// A digit inside a name (`scs-0100-v3`, `L7`, `x86`) counts nothing; a letter behind it is a unit (`20GB`).
const QUANTITY = new RegExp(
  `(?<![\\w.:/-])(\\d{1,12}(?:[.,]\\d{1,9})?)(?![\\w]*[-:/.]\\w)\\s?(%|[A-Za-z]{1,20})?|\\b(${NUMBER_WORDS.join("|")})\\b\\s?([A-Za-z]{1,20})?|\\b(an?|another)\\s(${TIME})\\b`,
  "gi",
);
const UPPER =
  /(?:at most|no later than|not later than|no more than|not more than|no longer than|less than|fewer than|within|up to|maximum(?: of)?|max\.?|below|under|not exceed(?:ing)?|every|<=?|≤)(?:\s+(?:a|an|the|once|than))*\s*$/i;
const LOWER =
  /(?:at least|no less than|not less than|no fewer than|more than|minimum(?: of)?|min\.?|above|over|longer than|>=?|≥)(?:\s+(?:a|an|the))*\s*$/i;
/** Quantities of one sentence that are read; no sentence of a person has more. */
const MAX_QUANTITIES = 50;

/** The quantities of a sentence in order. */
export function findQuantities(text: string): Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    if (quantities.length === MAX_QUANTITIES) break;
    const [whole, digits, unit, word, wordUnit, article, time] = match;
    const value =
      digits === undefined
        ? Math.max(NUMBER_WORDS.indexOf(word?.toLowerCase() ?? "one"), article ? 1 : 0)
        : Number(digits.replace(",", "."));
    const name = (unit ?? wordUnit ?? time ?? "").toLowerCase().replace(/(?<=\w\w)s$/, "");
    const hours = HOURS[name];
    quantities.push({
      value: hours === undefined ? value : value * hours,
      unit: hours === undefined ? name : "time",
      bound: boundBefore(text.slice(Math.max(0, match.index - 30), match.index)),
      text: whole.trim(),
    });
  }
  return quantities;
}

function boundBefore(text: string): Quantity["bound"] {
  if (UPPER.test(text)) return "upper";
  return LOWER.test(text) ? "lower" : undefined;
}

/** What a change of quantities means; undefined where they are the same. */
export interface QuantityChange {
  readonly effect: "tightens" | "relaxes";
  readonly evidence: string;
}

/**
 * Compares the quantities of two versions of a demand. Where the sentence does not say which way a number binds, or where
 * numbers come and go, it counts as tightening: a person who knows better can say so.
 */
export function compareQuantities(before: string, after: string): QuantityChange | undefined {
  const [earlier, later] = [findQuantities(before), findQuantities(after)];
  const pairs = later.map((quantity, index) => ({ from: earlier[index], to: quantity }));
  if (earlier.length !== later.length || pairs.some(({ from, to }) => from?.unit !== to.unit)) {
    const same = earlier.map(keyOf).sort().join() === later.map(keyOf).sort().join();
    return same ? undefined : { effect: "tightens", evidence: `${list(earlier)} became ${list(later)}` };
  }
  let relaxing: QuantityChange | undefined;
  for (const { from, to } of pairs) {
    if (from === undefined || (from.value === to.value && from.bound === to.bound)) continue;
    const evidence = `${from.text} became ${to.text}`;
    const isLarger = to.value > from.value;
    const relaxes = from.bound === to.bound && to.bound !== undefined && isLarger === (to.bound === "upper");
    if (!relaxes)
      return {
        effect: "tightens",
        evidence: to.bound === undefined ? `${evidence}; nothing says that this asks for less` : evidence,
      };
    relaxing ??= { effect: "relaxes", evidence };
  }
  return relaxing;
}

function keyOf({ value, unit, bound }: Quantity): string {
  return `${value} ${unit} ${bound ?? ""}`;
}

function list(quantities: readonly Quantity[]): string {
  return quantities.length === 0 ? "no number" : quantities.map(({ text }) => text).join(", ");
}
