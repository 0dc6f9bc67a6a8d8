/** The one reader of numbers: digits with separators, fractions and words. */
import { table, type Table } from "#core/base/table.ts";

const FRACTIONS: Table<number> = table({
  "½": 1 / 2,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅕": 1 / 5,
  "⅛": 1 / 8,
});
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const WORDS = new Map<string, number>(SMALL.split(" ").map((word, value) => [word, value]));
for (const [index, tens] of TENS.split(" ").entries()) {
  WORDS.set(tens, (index + 2) * 10);
  for (const [value, unit] of SMALL.split(" ").entries()) {
    if (value > 0 && value < 10) WORDS.set(`${tens}-${unit}`, (index + 2) * 10 + value);
  }
}

/** The value of a number word such as `twelve` or `twenty-four`. */
export function numberWord(lower: string): number | undefined {
  return WORDS.get(lower);
}

/** How much a word behind a number multiplies it. */
export const MULTIPLIERS: Table<number> = table({
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
});

/**
 * What a number written with digits may mean. `1,000` and `1'000` are a thousand, `1,5` is one and a half; `1.000` may be
 * either one or a thousand, so it has two values. Empty where no rule reads it (`1,00,0`).
 */
export function readNumber(text: string): number[] {
  const fraction = FRACTIONS[text];
  if (fraction !== undefined) return [fraction];
  const [mantissa = "", exponent] = text.toLowerCase().split("e");
  const values = readMantissa(mantissa.replaceAll("’", "'"));
  return exponent === undefined ? values : values.map((value) => value * 10 ** Number(exponent));
}

function readMantissa(text: string): number[] {
  const separators = text.match(/\D/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return [Number(text)];
  if (separators.every((separator) => separator === last)) return readWithOne(text, last, separators.length);
  // Two kinds: the last one, which stands once, begins the decimals.
  if (separators.filter((separator) => separator === last).length > 1 || last === "'") return [];
  const [whole = "", decimals = ""] = text.split(last);
  return isGrouped(whole) ? [Number(`${whole.replaceAll(/\D/g, "")}.${decimals}`)] : [];
}

function readWithOne(text: string, separator: string, count: number): number[] {
  const grouped = isGrouped(text) ? [Number(text.replaceAll(separator, ""))] : [];
  if (separator === "'" || count > 1) return grouped;
  const decimal = Number(text.replace(separator, "."));
  if (separator === ",") return grouped.length > 0 ? grouped : [decimal];
  return [decimal, ...grouped];
}

/** Groups of three digits behind a first one of one to three that is not zero. */
function isGrouped(text: string): boolean {
  const [first = "", ...groups] = text.split(/\D/);
  return first.length <= 3 && !first.startsWith("0") && groups.every((group) => group.length === 3);
}
