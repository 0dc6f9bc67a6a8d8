/** Units of quantities, each with its dimension and its size in the base unit of that dimension. */

/** A unit. */
export interface Unit {
  readonly dimension: string;
  /** In the base unit; a month has no fixed length, so a size may be a range. */
  readonly low: number;
  readonly high: number;
  /** Length in months, which compare exactly with one another. */
  readonly months?: number;
}

const DAY = 86_400;
const MONTH = 30.4369 * DAY;
const UNITS = new Map<string, Unit>();

function add(dimension: string, size: number, names: string): void {
  for (const name of names.split(" ")) UNITS.set(name, { dimension, low: size, high: size });
}

add("time", 1e-9, "ns nanosecond nanoseconds");
add("time", 1e-6, "µs μs us microsecond microseconds");
add("time", 1e-3, "ms millisecond milliseconds");
add("time", 1, "s sec secs second seconds");
add("time", 60, "min mins minute minutes");
add("time", 3600, "h hr hrs hour hours");
add("time", DAY, "d day days");
add("time", 7 * DAY, "week weeks");
for (const [names, months] of [
  ["month months", 1],
  ["quarter quarters", 3],
  ["year years", 12],
] as const) {
  // What a calendar adds and takes: two days and a half.
  const unit = { dimension: "time", low: MONTH * months - 2.5 * DAY, high: MONTH * months + 2.5 * DAY, months };
  for (const name of names.split(" ")) UNITS.set(name, unit);
}
add("working time", 1, "working-day working-days business-day business-days");
add("share", 0.01, "% percent");
add("share", 0.001, "‰");
add("temperature", 1, "°C");
add("level", 1, "dBm");
add("gain", 1, "dB");
for (const [prefix, size] of [
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
] as const) {
  add("frequency", size, `${prefix}Hz`);
  add("power", size, `${prefix}W`);
}
for (const [power, prefix] of ["", "k", "M", "G", "T", "P", "E"].entries()) {
  const size = 1000 ** power;
  add("data", size, `${prefix}bit ${prefix}bits`);
  add("data rate", size, `${prefix}bit/s ${prefix}bps`);
  add("data", 8 * size, power === 0 ? "byte bytes Byte Bytes" : `${prefix}B`);
  if (power > 0) add("data rate", 8 * size, `${prefix}B/s`);
  if (power > 0) {
    const binary = 1024 ** power;
    const upper = prefix.toUpperCase();
    add("data", binary, `${upper}ibit`);
    add("data rate", binary, `${upper}ibit/s`);
    add("data", 8 * binary, `${upper}iB`);
    add("data rate", 8 * binary, `${upper}iB/s`);
  }
}
// A capital K is used for both.
UNITS.set("KB", { dimension: "data", low: 8000, high: 8192 });

/** The unit of that name; letters of abbreviations count as written, words in any case. */
export function unitOf(text: string): Unit | undefined {
  return UNITS.get(text) ?? (text.length > 3 ? UNITS.get(text.toLowerCase()) : undefined);
}

/** The unit of that name where it measures time. */
export function timeUnit(text: string): Unit | undefined {
  const unit = unitOf(text);
  return unit?.dimension === "time" ? unit : undefined;
}
