/** Reads calendar dates and says from or up to when a demand holds. */
import { relation } from "./amounts.ts";
import type { Read } from "./item.ts";
import type { Token } from "./lex.ts";
import type { Value } from "./values.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");

/** A date at a place: `31 March 2027`, `March 31, 2027`, `March 2027`, `2027-03-31`. */
export function readDate(tokens: readonly Token[], at: number): Read<Value> | undefined {
  return readIso(tokens, at) ?? readDayFirst(tokens, at) ?? readMonthFirst(tokens, at);
}

/** A year alone, where a preposition says that it is one. */
export function readYear(tokens: readonly Token[], at: number): Read<Value> | undefined {
  const year = yearAt(tokens, at);
  const next = tokens[at + 1];
  const isAlone =
    next === undefined || next.kind === "mark" || /^(?:on|and|or|onwards?|every|all|each|the)$/.test(next.lower);
  return year === undefined || !isAlone ? undefined : { value: span(year, 1, 1, year, 12, 31), next: at + 1 };
}

function readIso(tokens: readonly Token[], at: number): Read<Value> | undefined {
  const year = yearAt(tokens, at);
  const [month, day] = [dayAt(tokens, at + 2), dayAt(tokens, at + 4)];
  const isJoined = [at + 1, at + 3].every((index) => tokens[index]?.text === "-");
  if (year === undefined || month === undefined || day === undefined || !isJoined) return undefined;
  return { value: span(year, month, day, year, month, day), next: at + 5 };
}

function readDayFirst(tokens: readonly Token[], at: number): Read<Value> | undefined {
  const [day, month, year] = [dayAt(tokens, at), monthAt(tokens, at + 1), yearAt(tokens, at + 2)];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return { value: span(year, month, day, year, month, day), next: at + 3 };
}

function readMonthFirst(tokens: readonly Token[], at: number): Read<Value> | undefined {
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  const year = yearAt(tokens, at + 1);
  if (year !== undefined) return { value: span(year, month, 1, year, month, 31), next: at + 2 };
  const day = dayAt(tokens, at + 1);
  const comma = tokens[at + 2]?.text === "," ? 1 : 0;
  const later = yearAt(tokens, at + 2 + comma);
  if (day === undefined || later === undefined) return undefined;
  return { value: span(later, month, day, later, month, day), next: at + 3 + comma };
}

/** Days counted in months of 31, which keeps the order. */
function span(year: number, month: number, day: number, endYear: number, endMonth: number, endDay: number): Value {
  const low = (year * 12 + month) * 31 + day;
  return { dimension: "date", readings: [{ low, high: (endYear * 12 + endMonth) * 31 + endDay }] };
}

function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const text = tokens[at]?.text ?? "";
  return /^(?:19|20|21)\d\d$/.test(text) ? Number(text) : undefined;
}

function dayAt(tokens: readonly Token[], at: number): number | undefined {
  const text = tokens[at]?.text ?? "";
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(text) ? Number(text) : undefined;
}

function monthAt(tokens: readonly Token[], at: number): number | undefined {
  const index = MONTHS.indexOf(tokens[at]?.lower ?? "");
  return index < 0 ? undefined : index + 1;
}

/** Prepositions of dates; `scope` ones say for how long a demand holds, the others are deadlines. */
const PREPOSITIONS: readonly (readonly [string, "lower" | "upper", boolean, boolean])[] = [
  ["until", "upper", false, true],
  ["till", "upper", false, true],
  ["through", "upper", false, true],
  ["starting on", "lower", false, true],
  ["starting from", "lower", false, true],
  ["starting in", "lower", false, true],
  ["starting", "lower", false, true],
  ["beginning on", "lower", false, true],
  ["beginning in", "lower", false, true],
  ["as of", "lower", false, true],
  ["as from", "lower", false, true],
  ["effective", "lower", false, true],
  ["from", "lower", false, true],
  ["since", "lower", false, true],
  ["after", "lower", true, true],
  ["no later than", "upper", false, false],
  ["not later than", "upper", false, false],
  ["by the end of", "upper", false, false],
  ["by", "upper", false, false],
  ["before", "upper", true, false],
  ["prior to", "upper", true, false],
  ["later than", "lower", true, false],
  ["earlier than", "upper", true, false],
];

/** A date with its preposition. */
export function readDatePhrase(
  tokens: readonly Token[],
  at: number,
): (Read<ReturnType<typeof relation>> & { readonly isScope: boolean; readonly amountAt: number }) | undefined {
  for (const [phrase, kind, isStrict, isScope] of PREPOSITIONS) {
    const words = phrase.split(" ");
    if (!words.every((word, index) => tokens[at + index]?.lower === word)) continue;
    const amountAt = at + words.length;
    const date = readDate(tokens, amountAt) ?? readYear(tokens, amountAt);
    if (date === undefined) return undefined;
    return { value: relation(kind, date.value, isStrict), next: date.next, isScope, amountAt };
  }
  return undefined;
}
