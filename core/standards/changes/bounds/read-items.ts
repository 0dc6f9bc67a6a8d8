/** Reads the grammar of a sentence: one pass from left to right, with a bounded look ahead. */
import { readAmount } from "./amounts.ts";
import { readComparator, readLimitNoun, readPostfix, type FoundComparator } from "./comparators.ts";
import { readDate, readDatePhrase } from "./dates.ts";
import type { Bound, Comparator, Item, Read, Word } from "./item.ts";
import { lex, type Token } from "./lex.ts";
import { capitalizes, readModal } from "./modals.ts";
import { numberWord } from "./numbers.ts";
import { readRate } from "./rates.ts";
import type { Relation } from "./relations.ts";
import { timeUnit } from "./units.ts";
import { readVersion } from "./versions.ts";
import { worseMeans } from "./worse.ts";

/** Several items that were read at one place. */
interface Found {
  readonly items: readonly Item[];
  readonly next: number;
}

/** The parts of a sentence in order; undefined for one that is too long to be compared. */
export function readItems(text: string): Item[] | undefined {
  const tokens = lex(text);
  if (tokens === undefined) return undefined;
  const isInCapitals = capitalizes(tokens);
  const items: Item[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = readModalAt(tokens, at, isInCapitals) ?? readBound(tokens, at) ?? readWord(tokens, at);
    items.push(...found.items);
    at = found.next;
  }
  return items;
}

function readModalAt(tokens: readonly Token[], at: number, isInCapitals: boolean): Found | undefined {
  const modal = readModal(tokens, at, isInCapitals);
  // "Should a node fail, …" is a condition; in lower case only the first word can be one.
  if (modal === undefined || (at === 0 && tokens[0]?.lower === "should" && !modal.value.isCapitalized))
    return undefined;
  return { items: [modal.value], next: modal.next };
}

function readWord(tokens: readonly Token[], at: number): Found {
  const token = tokens[at];
  const text = token?.text ?? "";
  const sort = token?.kind === "code" ? "code" : token?.kind === "mark" ? "mark" : "plain";
  return { items: [wordOf(text, token?.kind === "number" ? "version" : sort)], next: at + 1 };
}

function wordOf(text: string, sort: Word["sort"]): Word {
  return { kind: "word", text, lower: text.toLowerCase(), sort };
}

function readBound(tokens: readonly Token[], at: number): Found | undefined {
  return (
    readDated(tokens, at) ??
    readPassed(tokens, at) ??
    readLimited(tokens, at) ??
    readCompared(tokens, at) ??
    readNamed(tokens, at) ??
    readBare(tokens, at)
  );
}

/** `until 31 March 2027`; a date alone is exact. */
function readDated(tokens: readonly Token[], at: number): Found | undefined {
  const phrase = readDatePhrase(tokens, at);
  if (phrase !== undefined) {
    const { value, next, isScope, amountAt } = phrase;
    return { items: [boundOf(tokens, at, amountAt, next, value, isScope ? "scope" : "time")], next };
  }
  const date = readDate(tokens, at);
  if (date === undefined) return undefined;
  const relation: Relation = { kind: "exact", isStrict: false, value: date.value };
  return { items: [boundOf(tokens, at, at, date.next, relation, "none")], next: date.next };
}

/** `before 36 months have passed`. */
function readPassed(tokens: readonly Token[], at: number): Found | undefined {
  if (tokens[at]?.lower !== "before") return undefined;
  const amount = readAmount(tokens, at + 1);
  const rest = tokens.slice(amount?.next ?? at, (amount?.next ?? at) + 2).map(({ lower }) => lower);
  if (amount === undefined || !/^(?:have|has|had) (?:passed|elapsed|expired|gone)$/.test(rest.join(" ")))
    return undefined;
  const next = amount.next + 2;
  const relation: Relation = { ...amount.value, kind: "upper", isStrict: true };
  return { items: [boundOf(tokens, at, at + 1, next, relation, "time")], next };
}

/** "A minimum bandwidth of 10 Gbit/s". */
function readLimited(tokens: readonly Token[], at: number): Found | undefined {
  const found = readLimitNoun(tokens, at);
  const amount = found === undefined ? undefined : readAmount(tokens, found.next);
  if (found === undefined || amount?.value.kind !== "exact") return undefined;
  const words = tokens.slice(found.nounAt, found.next).map((token) => wordOf(token.text, "plain"));
  const relation: Relation = { ...amount.value, kind: found.kind };
  const bound = boundOf(tokens, found.next, found.next, amount.next, relation, found.comparator);
  return { items: [...words, { ...bound, text: `${tokens[at]?.text ?? ""} ${bound.text}` }], next: amount.next };
}

/** A number behind a comparator. */
function readCompared(tokens: readonly Token[], at: number): Found | undefined {
  const found = readComparator(tokens, at);
  if (found === undefined) return undefined;
  if (found.kind === "range") return readBetween(tokens, at, found.next);
  const named = readVersion(tokens, found.next);
  if (named !== undefined) {
    const words = tokens.slice(found.next, named.amountAt).map((token) => wordOf(token.text, "plain"));
    const relation: Relation = { ...named.value, kind: found.kind, isStrict: found.isStrict };
    const bound = boundOf(tokens, at, named.amountAt, named.next, relation, found.comparator);
    return {
      items: [...words, { ...bound, text: `${textOf(tokens, at, found.next)} ${bound.amount}` }],
      next: named.next,
    };
  }
  const amount = readRate(tokens, found.next) ?? readAsMany(tokens, found.next) ?? readComparable(tokens, found.next);
  if (amount === undefined) return undefined;
  const relation = compare(found, amount.value, tokens, amount.next);
  return { items: [boundOf(tokens, at, found.next, amount.next, relation, found.comparator)], next: amount.next };
}

/** `as a /24` behind "at least as many addresses". */
function readAsMany(tokens: readonly Token[], at: number): Read<Relation> | undefined {
  const as = tokens.slice(at, at + 4).findIndex(({ lower }) => lower === "as");
  const [article, slash] = [tokens[at + as + 1], tokens[at + as + 2]];
  if (as < 0 || !/^an?$/.test(article?.lower ?? "") || slash?.text !== "/") return undefined;
  return readAmount(tokens, at + as + 2);
}

/** An amount; "within a month" counts one of its unit. */
function readComparable(tokens: readonly Token[], at: number): Read<Relation> | undefined {
  const amount = readAmount(tokens, at);
  if (amount !== undefined) return amount;
  const unit = timeUnit(tokens[at]?.text ?? "");
  if (unit === undefined || !/^(?:an?|one)$/.test(tokens[at - 1]?.lower ?? "")) return undefined;
  const { low, high, months } = unit;
  const readings = [{ low, high, ...(months === undefined ? {} : { calendar: months }) }];
  return { value: { kind: "exact", isStrict: false, value: { dimension: "time", readings } }, next: at + 1 };
}

/** The relation of a comparator with its amount. */
function compare(found: FoundComparator, amount: Relation, tokens: readonly Token[], next: number): Relation {
  const { isStrict, comparator } = found;
  const kind = found.kind === "unknown" ? worseMeans(tokens, found.next) : found.kind;
  if (amount.kind === "range" && kind !== "exact") return { ...amount, kind: "unknown" };
  if (amount.kind === "rate") {
    // "At most every 30 days" is read in both ways.
    const isPlain = kind === "upper" && !isStrict && /^(?:every|each)$/.test(tokens[found.next]?.lower ?? "");
    return { ...amount, kind: isPlain || comparator === "up to" ? "unknown" : kind, isStrict };
  }
  // "No later than 7 days before": the earlier, the more days lie between.
  const isAhead = comparator === "time" && isOneOf(tokens[next]?.lower, "before", "prior", "ahead", "in");
  const turned = kind === "lower" ? "upper" : kind === "upper" ? "lower" : kind;
  return { ...amount, kind: isAhead ? turned : kind, isStrict };
}

function readBetween(tokens: readonly Token[], at: number, from: number): Found | undefined {
  const first = readAmount(tokens, from);
  if (first === undefined || tokens[first.next]?.lower !== "and") return undefined;
  const second = readAmount(tokens, first.next + 1);
  if (second === undefined) return undefined;
  const [low, high] = [first.value.value, second.value.value];
  // "Between 18 and 24 °C": the unit stands once, so the first number is read again with it.
  const value = low.dimension === "count" ? (withUnit(tokens, from, second.next) ?? low) : low;
  const relation: Relation = {
    kind: value.dimension === high.dimension ? "range" : "unknown",
    isStrict: false,
    value,
    end: high,
  };
  return { items: [boundOf(tokens, at, from, second.next, relation, "none")], next: second.next };
}

function withUnit(tokens: readonly Token[], from: number, end: number): Relation["value"] | undefined {
  for (let start = end - 1; start > from && start >= end - 3; start -= 1) {
    const number = tokens[from];
    const joined = number === undefined ? undefined : readAmount([number, ...tokens.slice(start, end)], 0);
    if (joined !== undefined && joined.next === end - start + 1) return joined.value.value;
  }
  return undefined;
}

/** `TLS 1.2 or newer`; without a bound the number is a part of the name. */
function readNamed(tokens: readonly Token[], at: number): Found | undefined {
  const version = readVersion(tokens, at);
  if (version === undefined) return undefined;
  const words = tokens.slice(at, version.amountAt).map((token) => wordOf(token.text, "plain"));
  const postfix = readPostfix(tokens, version.next);
  if (postfix === undefined || postfix.start !== version.next) {
    return { items: [...words, wordOf(textOf(tokens, version.amountAt, version.next), "version")], next: version.next };
  }
  const relation: Relation = { ...version.value, kind: postfix.kind };
  return {
    items: [...words, boundOf(tokens, version.amountAt, version.amountAt, postfix.next, relation, "adverb")],
    next: postfix.next,
  };
}

/** A frequency or a number that stands alone, or has its comparator behind it. */
function readBare(tokens: readonly Token[], at: number): Found | undefined {
  const rate = readRate(tokens, at);
  if (rate !== undefined) return { items: [boundOf(tokens, at, at, rate.next, rate.value, "none")], next: rate.next };
  const amount = readAmount(tokens, at);
  if (amount === undefined || isPronoun(tokens, at, amount)) return undefined;
  const postfix = amount.value.kind === "exact" ? readPostfix(tokens, amount.next) : undefined;
  if (postfix === undefined) {
    const comparator = amount.value.kind === "upper" ? "tolerance" : "none";
    return { items: [boundOf(tokens, at, at, amount.next, amount.value, comparator)], next: amount.next };
  }
  const relation: Relation = { ...amount.value, kind: postfix.kind };
  const bound = boundOf(tokens, at, at, amount.next, relation, "adverb");
  const between = tokens.slice(amount.next, postfix.start).map((token) => wordOf(token.text, "plain"));
  const text = `${bound.text} ${textOf(tokens, postfix.start, postfix.next)}`;
  return { items: [{ ...bound, text }, ...between], next: postfix.next };
}

/** "One of the", "the one that": `one` counts only where something is counted by it. */
function isPronoun(tokens: readonly Token[], at: number, amount: Read<Relation>): boolean {
  if (numberWord(tokens[at]?.lower ?? "") === undefined) return false;
  return tokens[at]?.lower === "one" && amount.value.value.dimension === "count";
}

function boundOf(
  tokens: readonly Token[],
  at: number,
  amountAt: number,
  next: number,
  relation: Relation,
  comparator: Comparator,
): Bound {
  return {
    kind: "bound",
    text: textOf(tokens, at, next),
    amount: textOf(tokens, amountAt, next),
    relation,
    comparator,
  };
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text, gap }, index) => (gap && index > 0 ? ` ${text}` : text))
    .join("");
}

function isOneOf(lower: string | undefined, ...words: string[]): boolean {
  return lower !== undefined && words.includes(lower);
}
