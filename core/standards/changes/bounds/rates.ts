/** Reads frequencies: `every 30 days`, `twice a year`, `monthly`. */
import { table, type Table } from "#core/base/table.ts";
import { readAmount, relation } from "./amounts.ts";
import type { Read } from "./item.ts";
import type { Token } from "./lex.ts";
import { numberWord } from "./numbers.ts";
import type { Relation } from "./relations.ts";
import { timeUnit } from "./units.ts";
import type { Reading } from "./values.ts";

/** `biweekly`, `bimonthly` and `biannual` mean two things each, so they stay words. */
const ADVERBS: Table<string> = table({
  hourly: "hour",
  daily: "day",
  nightly: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  yearly: "year",
  annually: "year",
  annual: "year",
});
const TIMES: Table<number> = table({ once: 1, twice: 2, thrice: 3 });

/** The frequency at a place; undefined where none stands there. */
export function readRate(tokens: readonly Token[], at: number): Read<Relation> | undefined {
  const adverb = ADVERBS[tokens[at]?.lower ?? ""];
  if (adverb !== undefined) return toRate(1, periodNamed(adverb), at + 1);
  if (isOneOf(tokens[at], "every", "each")) {
    const period = readPeriod(tokens, at + 1);
    return period === undefined ? undefined : toRate(1, period.value, period.next);
  }
  const count = readTimes(tokens, at);
  if (count === undefined || !isOneOf(tokens[count.next], "a", "an", "per", "every", "each", "in")) {
    return count !== undefined && ADVERBS[tokens[count.next]?.lower ?? ""] !== undefined
      ? toRate(count.value, periodNamed(ADVERBS[tokens[count.next]?.lower ?? ""] ?? ""), count.next + 1)
      : undefined;
  }
  const period = readPeriod(tokens, count.next + 1);
  return period === undefined ? undefined : toRate(count.value, period.value, period.next);
}

function readTimes(tokens: readonly Token[], at: number): Read<number> | undefined {
  const token = tokens[at];
  const known = TIMES[token?.lower ?? ""];
  if (known !== undefined) return { value: known, next: at + 1 };
  if (tokens[at + 1]?.lower !== "times") return undefined;
  const value = numberWord(token?.lower ?? "") ?? Number(token?.text);
  return Number.isFinite(value) ? { value, next: at + 2 } : undefined;
}

/** `30 days`, `a month`, `month`. */
function readPeriod(tokens: readonly Token[], at: number): Read<Reading> | undefined {
  const start = isOneOf(tokens[at], "a", "an", "one") ? at + 1 : at;
  const unit = timeUnit(tokens[start]?.text ?? "");
  if (unit !== undefined) {
    const { low, high, months } = unit;
    return { value: { low, high, ...(months === undefined ? {} : { calendar: months }) }, next: start + 1 };
  }
  const amount = readAmount(tokens, at);
  const reading = amount?.value.value.readings[0];
  const isTime = amount?.value.kind === "exact" && amount.value.value.dimension === "time";
  return isTime && reading !== undefined && reading.low > 0 ? { value: reading, next: amount.next } : undefined;
}

function periodNamed(name: string): Reading {
  const unit = timeUnit(name);
  return {
    low: unit?.low ?? 1,
    high: unit?.high ?? 1,
    ...(unit?.months === undefined ? {} : { calendar: unit.months }),
  };
}

function toRate(count: number, { low, high, calendar }: Reading, next: number): Read<Relation> {
  const reading = {
    low: count / high,
    high: count / low,
    ...(calendar === undefined ? {} : { calendar: count / calendar }),
  };
  return { value: relation("rate", { dimension: "rate", readings: [reading] }), next };
}

function isOneOf(token: Token | undefined, ...words: string[]): boolean {
  return token !== undefined && words.includes(token.lower);
}
