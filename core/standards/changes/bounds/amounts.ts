/** Reads an amount: a number or a range of numbers with its unit. */
import { table, type Table } from "#core/base/table.ts";
import type { Read } from "./item.ts";
import type { Token } from "./lex.ts";
import { MULTIPLIERS, numberWord, readNumber } from "./numbers.ts";
import type { Relation } from "./relations.ts";
import { unitOf, type Unit } from "./units.ts";
import { fixedValue, type Value } from "./values.ts";

/** A number alone, before its unit is known. */
interface Count {
  readonly values: readonly number[];
  readonly dimension: "count" | "ratio" | "clock" | "prefix size" | "tolerance";
}

const COUNT: Unit = { dimension: "count", low: 1, high: 1 };
const SHARES: Table<number> = table({ third: 3, thirds: 3, quarter: 4, quarters: 4 });

/** The amount at a place: exact, a range, or a tolerance; undefined where no number stands there. */
export function readAmount(tokens: readonly Token[], at: number): Read<Relation> | undefined {
  const share = readShare(tokens, at);
  if (share !== undefined) return share;
  const first = readCount(tokens, at);
  if (first === undefined) return undefined;
  const unit = readUnit(tokens, first.next);
  const afterFirst = unit?.next ?? first.next;
  const second = readEnd(tokens, afterFirst);
  if (second === undefined) {
    if (isGlued(tokens, first.next) && unit === undefined) return undefined;
    const kind = first.value.dimension === "tolerance" ? "upper" : "exact";
    return { value: relation(kind, toValue(first.value, unit?.value)), next: afterFirst };
  }
  const endUnit = readUnit(tokens, second.next);
  const value = toValue(first.value, unit?.value ?? endUnit?.value);
  const end = toValue(second.value, endUnit?.value ?? unit?.value);
  return { value: { ...relation("range", value), end }, next: endUnit?.next ?? second.next };
}

/** A relation that includes its value. */
export function relation(kind: Relation["kind"], value: Value, isStrict = false): Relation {
  return { kind, isStrict, value };
}

/** The word behind a number belongs to it: `5xx`, `3rd`. */
function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !token.gap && (token.kind === "word" || token.kind === "number");
}

/** `half`, `two thirds`. */
function readShare(tokens: readonly Token[], at: number): Read<Relation> | undefined {
  if (tokens[at]?.lower === "half") return { value: relation("exact", fixedValue("share", 0.5)), next: at + 1 };
  const count = numberWord(tokens[at]?.lower ?? "");
  const parts = SHARES[tokens[at + 1]?.lower ?? ""];
  if (count === undefined || parts === undefined || tokens[at + 2]?.lower !== "of") return undefined;
  return { value: relation("exact", fixedValue("share", count / parts)), next: at + 2 };
}

/** The upper end of a range. */
function readEnd(tokens: readonly Token[], at: number): Read<Count> | undefined {
  const token = tokens[at];
  if (token === undefined || !["-", "–", "—", "to"].includes(token.lower)) return undefined;
  // " -5" is a negative number, no range.
  const isSign = token.kind === "mark" && token.gap && tokens[at + 1]?.gap === false;
  const end = isSign ? undefined : readCount(tokens, at + 1);
  return end === undefined || isGlued(tokens, end.next) !== isUnitGlued(tokens, end.next) ? undefined : end;
}

function isUnitGlued(tokens: readonly Token[], at: number): boolean {
  return isGlued(tokens, at) && readUnit(tokens, at) !== undefined;
}

function readCount(tokens: readonly Token[], at: number): Read<Count> | undefined {
  const token = tokens[at];
  if (token?.kind === "mark") return readSigned(tokens, at, token);
  const word = token?.kind === "word" ? numberWord(token.lower) : undefined;
  const read = word === undefined ? readDigits(tokens, at) : { value: [word], next: at + 1 };
  if (read === undefined || read.value.length === 0) return undefined;
  const multiplier = MULTIPLIERS[tokens[read.next]?.lower ?? ""];
  if (multiplier !== undefined) {
    return {
      value: { values: read.value.map((value) => value * multiplier), dimension: "count" },
      next: read.next + 1,
    };
  }
  return readRatio(tokens, read) ?? { value: { values: read.value, dimension: "count" }, next: read.next };
}

/** `-5`, `±10`, and `/24`, a size of networks: the larger the number, the smaller the network. */
function readSigned(tokens: readonly Token[], at: number, { text, gap }: Token): Read<Count> | undefined {
  const next = tokens[at + 1];
  if (next?.kind !== "number" || next.gap || !(gap || at === 0 || tokens[at - 1]?.kind === "mark")) return undefined;
  const read = readDigits(tokens, at + 1);
  if (read === undefined) return undefined;
  const negated = read.value.map((value) => -value);
  if (text === "-" || text === "−") return { value: { values: negated, dimension: "count" }, next: read.next };
  if (text === "/") return { value: { values: negated, dimension: "prefix size" }, next: read.next };
  if (text === "±") return { value: { values: read.value, dimension: "tolerance" }, next: read.next };
  return text === "+" ? { value: { values: read.value, dimension: "count" }, next: read.next } : undefined;
}

/** `1:3`; `8:00` is a time of day. */
function readRatio(tokens: readonly Token[], first: Read<readonly number[]>): Read<Count> | undefined {
  const [colon, second] = [tokens[first.next], tokens[first.next + 1]];
  if (colon?.text !== ":" || colon.gap || second?.kind !== "number" || second.gap) return undefined;
  const [whole = 0] = first.value;
  const [part = 0] = readNumber(second.text);
  const isClock = /^[0-5]\d$/.test(second.text) && second.text.startsWith("0");
  const count: Count = isClock
    ? { values: [whole * 60 + part], dimension: "clock" }
    : { values: part === 0 ? [] : [whole / part], dimension: "ratio" };
  return { value: count, next: first.next + 2 };
}

/** Digits, with groups that blanks keep apart: `10 000`; a fraction may follow at once: `1½`. */
function readDigits(tokens: readonly Token[], at: number): Read<number[]> | undefined {
  const token = tokens[at];
  if (token?.kind !== "number") return undefined;
  let [text, next] = [token.text, at + 1];
  if (/^[1-9]\d{0,2}$/.test(text)) {
    for (
      let group = tokens[next];
      group?.kind === "number" && group.gap && /^\d{3}$/.test(group.text);
      group = tokens[next]
    ) {
      text += group.text;
      next += 1;
    }
  }
  const fraction = tokens[next];
  if (fraction !== undefined && !fraction.gap && /^[½¼¾⅓⅔⅕⅛]$/.test(fraction.text)) {
    const part = readNumber(fraction.text)[0] ?? 0;
    return { value: readNumber(text).map((value) => value + part), next: next + 1 };
  }
  return { value: readNumber(text), next };
}

function readUnit(tokens: readonly Token[], at: number): Read<Unit> | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined) return undefined;
  if (first.text === "-" && !first.gap && second?.kind === "word" && !second.gap) return named(second.text, at + 2);
  if (first.text === "°") return second === undefined ? undefined : named(`°${second.text}`, at + 2);
  if (["working", "business"].includes(first.lower)) return named(`working-${second?.lower ?? ""}`, at + 2);
  if (first.lower === "calendar" && /^days?$/.test(second?.lower ?? "")) return named("days", at + 2);
  if (first.lower === "per" && second?.lower === "cent") return named("percent", at + 2);
  return named(first.text, at + 1);
}

function named(name: string, next: number): Read<Unit> | undefined {
  const unit = unitOf(name);
  return unit === undefined ? undefined : { value: unit, next };
}

function toValue({ values, dimension }: Count, unit: Unit = COUNT): Value {
  const isPlain = dimension === "count" || dimension === "tolerance";
  return {
    dimension: isPlain ? unit.dimension : dimension,
    readings: values.map((value) => {
      const ends = [value * unit.low, value * unit.high] as const;
      const calendar = unit.months === undefined ? {} : { calendar: value * unit.months };
      return { low: Math.min(...ends), high: Math.max(...ends), ...calendar };
    }),
  };
}
