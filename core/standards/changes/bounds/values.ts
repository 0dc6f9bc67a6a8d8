/** A value on the line of one dimension, as exact as its text says. */

/** One way to read a value; `low` and `high` differ where its unit has no fixed size. */
export interface Reading {
  readonly low: number;
  readonly high: number;
  /** In months (or times per month), where the unit is one of the calendar: such readings compare exactly. */
  readonly calendar?: number;
}

/** A value with every way to read it. */
export interface Value {
  readonly dimension: string;
  readonly readings: readonly Reading[];
}

/** A value that has one reading and a fixed size. */
export function fixedValue(dimension: string, value: number): Value {
  return { dimension, readings: [{ low: value, high: value }] };
}

/** Negative where `a` is smaller, positive where it is larger, 0 where they are equal; undefined where nobody can tell. */
export function compareReadings(a: Reading, b: Reading): number | undefined {
  if (a.calendar !== undefined && b.calendar !== undefined) return sign(a.calendar - b.calendar, a.calendar);
  if (a.low === a.high && b.low === b.high) return sign(a.low - b.low, a.low);
  if (a.high < b.low) return -1;
  return a.low > b.high ? 1 : undefined;
}

/** The sign of a difference, with what binary fractions lose counted as nothing. */
function sign(difference: number, size: number): number {
  return Math.abs(difference) <= 1e-9 * Math.abs(size) ? 0 : Math.sign(difference);
}
