/**
 * Instants that came from outside. A JavaScript Date can hold no instant at all (NaN) and years of six digits, whose dates do
 * not compare as text; an `Instant` cannot. It is made here only, so a door that asks for one cannot forget the range.
 */
declare const checked: unique symbol;

/** An instant within the stated range: never NaN, in every time zone of a year with four digits. */
export type Instant = Date & { readonly [checked]: true };

/**
 * The range of what may be said from outside. A century of margin lies between its end and the last year of four digits, so
 * that terms, lifetimes and time zones stay within them too.
 */
export const EARLIEST_INSTANT = "1970-01-01T00:00:00.000Z";
/** The end of the range, included. */
export const LATEST_INSTANT = "9899-12-31T23:59:59.999Z";

const EARLIEST = Date.parse(EARLIEST_INSTANT);
const LATEST = Date.parse(LATEST_INSTANT);

/** The instant of a Date or of milliseconds since 1970; undefined for NaN and whatever lies outside the range. */
export function toInstant(value: Date | number): Instant | undefined {
  const milliseconds = typeof value === "number" ? value : value.getTime();
  // NaN is neither.
  return milliseconds >= EARLIEST && milliseconds <= LATEST ? (new Date(milliseconds) as Instant) : undefined;
}
