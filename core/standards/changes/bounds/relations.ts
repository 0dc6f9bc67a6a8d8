/** What a bound allows: a set of values. Compares the sets of two bounds. */
import { compareReadings, type Reading, type Value } from "./values.ts";

/** A bound: the values that it names. */
export interface Relation {
  /** `rate` is a frequency without a word for its direction: its clause decides. */
  readonly kind: "lower" | "upper" | "exact" | "unequal" | "range" | "rate" | "unknown";
  /** Whether the value itself is left out. */
  readonly isStrict: boolean;
  readonly value: Value;
  /** The upper end of a range. */
  readonly end?: Value;
}

/** What became of a set: all of it and more, a part of it, neither of both, or nobody can tell. */
export type SetChange = "same" | "wider" | "narrower" | "other" | "unknown";

interface Interval {
  readonly low?: { readonly at: Reading; readonly isOpen: boolean };
  readonly high?: { readonly at: Reading; readonly isOpen: boolean };
}

/** What became of the values that a bound names; every pair of readings must say the same. */
export function compareRelations(before: Relation, after: Relation): SetChange {
  if (before.kind === "unknown" || after.kind === "unknown") return sameText(before, after) ? "same" : "unknown";
  if (before.value.dimension !== after.value.dimension) return "unknown";
  const real = compareReal(before, after);
  if (!isWhole(before) || !isWhole(after)) return real;
  // "At most 3 nodes" are "fewer than 4 nodes"; of what is not counted in whole numbers this does not hold.
  return compareReal(toWhole(before), toWhole(after)) === real ? real : "unknown";
}

function isWhole({ value, end }: Relation): boolean {
  const isInteger = ({ low, high }: Reading): boolean => low === high && Number.isInteger(low);
  return (
    value.dimension === "count" && end === undefined && value.readings.length > 0 && value.readings.every(isInteger)
  );
}

/** More than 3 are at least 4. */
function toWhole(relation: Relation): Relation {
  if (!relation.isStrict || (relation.kind !== "lower" && relation.kind !== "upper")) return relation;
  const step = relation.kind === "lower" ? 1 : -1;
  const readings = relation.value.readings.map(({ low }) => ({ low: low + step, high: low + step }));
  return { ...relation, isStrict: false, value: { ...relation.value, readings } };
}

function compareReal(before: Relation, after: Relation): SetChange {
  const found = new Set<SetChange>();
  const pairs = readingPairs(before.value.readings, after.value.readings);
  if (pairs.length === 0) return "unknown";
  for (const [from, to] of pairs) {
    const [earlierEnd, laterEnd] = [before.end?.readings[0], after.end?.readings[0]];
    found.add(compareSets(before, from, earlierEnd, after, to, laterEnd));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : "unknown";
}

/** Two numbers that are written alike are meant alike; else every reading of one may meet every reading of the other. */
function readingPairs(before: readonly Reading[], after: readonly Reading[]): [Reading, Reading][] {
  if (before.length === after.length && before.length > 1) {
    return before.flatMap((from, index): [Reading, Reading][] => {
      const to = after[index];
      return to === undefined ? [] : [[from, to]];
    });
  }
  return before.flatMap((from) => after.map((to): [Reading, Reading] => [from, to]));
}

function sameText(before: Relation, after: Relation): boolean {
  return before.kind === after.kind && JSON.stringify(before) === JSON.stringify(after);
}

function compareSets(
  before: Relation,
  from: Reading,
  earlierEnd: Reading | undefined,
  after: Relation,
  to: Reading,
  laterEnd: Reading | undefined,
): SetChange {
  if (before.kind === "unequal" || after.kind === "unequal") {
    if (before.kind !== after.kind) return "other";
    const order = compareReadings(from, to);
    return order === undefined ? "unknown" : order === 0 ? "same" : "other";
  }
  const [earlier, later] = [toInterval(before, from, earlierEnd), toInterval(after, to, laterEnd)];
  const low = compareEnds(earlier.low, later.low, -1);
  const high = compareEnds(earlier.high, later.high, 1);
  if (low === undefined || high === undefined) return "unknown";
  if (low === 0 && high === 0) return "same";
  if (low >= 0 && high >= 0) return "wider";
  return low <= 0 && high <= 0 ? "narrower" : "other";
}

function toInterval({ kind, isStrict }: Relation, at: Reading, end: Reading | undefined): Interval {
  const limit = { at, isOpen: isStrict };
  if (kind === "lower" || kind === "rate") return { low: limit };
  if (kind === "upper") return { high: limit };
  if (kind === "range" && end !== undefined) return { low: limit, high: { at: end, isOpen: isStrict } };
  return { low: limit, high: limit };
}

/** Positive where the later end lies further out; `out` is the direction in which that is. */
function compareEnds(before: Interval["low"], after: Interval["low"], out: 1 | -1): number | undefined {
  if (before === undefined || after === undefined) return Number(before !== undefined) - Number(after !== undefined);
  const order = compareReadings(after.at, before.at);
  if (order === undefined) return undefined;
  return order === 0 ? Number(before.isOpen) - Number(after.isOpen) : order * out;
}
