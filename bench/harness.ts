/**
 * Benchmarks that print ratios. A time in milliseconds says more about the machine than about the code; a ratio against a stated
 * peer, measured in the same run, survives a change of machine. Nothing here asserts a time.
 *
 * A benchmark is a file that exports `benches: readonly Bench[]` and ends with
 * `if (import.meta.main) await runBenches("render", benches, process.argv.slice(2));`.
 * Subject and peer take turns, so that load and heat of the machine meet both alike; medians are compared. `--json` prints the
 * same for machines. With `size`, cases of one `series` also get a slope: how the time grows when the input doubles.
 */
import { parseArgs } from "node:util";

/** One comparison. */
export interface Bench {
  /** What is measured: `checkSbom, 0.9 MB`. */
  readonly name: string;
  readonly subject: () => unknown;
  /** What it is measured against, in words: `JSON.parse of the same text`. */
  readonly peerName: string;
  readonly peer: () => unknown;
  /** Size of the input in bytes, for the slope. */
  readonly size?: number;
  /** Cases that differ in size only. */
  readonly series?: string;
  /** Subject and peer answer the milliseconds of processor time that they took, other processes included. */
  readonly isSelfTimed?: boolean;
  /** How many things a round does, such as requests; with it the rate is printed. */
  readonly operations?: number;
  /** Rounds, for cases of many seconds; without a warm-up. */
  readonly rounds?: number;
}

/** The outcome of one comparison. */
interface Measurement {
  readonly name: string;
  readonly peerName: string;
  /** Medians in milliseconds. */
  readonly subjectMs: number;
  readonly peerMs: number;
  /** Time of the subject in times of the peer. */
  readonly ratio: number;
  readonly rounds: number;
  readonly size?: number;
  readonly series?: string;
  readonly operations?: number;
}

/** Time to spend per case in milliseconds, within the limits of rounds. */
const BUDGET_MS = 1500;
const WARM_UP_MS = 300;
const MIN_ROUNDS = 5;
const MAX_ROUNDS = 200;

/** Runs one comparison; asynchronous subjects are awaited. */
async function measure(bench: Bench): Promise<Measurement> {
  const { name, peerName, subject, peer } = bench;
  const rounds = bench.rounds ?? roundsIn(await warmUp(subject, peer));
  const run = bench.isSelfTimed === true ? async (work: () => unknown) => Number(await work()) : timeOf;
  const subjectTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    subjectTimes.push(await run(subject));
    peerTimes.push(await run(peer));
  }
  const [subjectMs, peerMs] = [median(subjectTimes), median(peerTimes)];
  return {
    name,
    peerName,
    subjectMs,
    peerMs,
    ratio: subjectMs / peerMs,
    rounds,
    ...(bench.size === undefined ? {} : { size: bench.size }),
    ...(bench.series === undefined ? {} : { series: bench.series }),
    ...(bench.operations === undefined ? {} : { operations: bench.operations }),
  };
}

function roundsIn(roundMs: number): number {
  return Math.min(MAX_ROUNDS, Math.max(MIN_ROUNDS, Math.round(BUDGET_MS / roundMs)));
}

/** Lets the compiler of the runtime do its work; answers what a round then takes in milliseconds. */
async function warmUp(subject: () => unknown, peer: () => unknown): Promise<number> {
  const start = performance.now();
  let roundMs: number;
  do roundMs = (await timeOf(subject)) + (await timeOf(peer));
  while (performance.now() - start < WARM_UP_MS);
  return roundMs;
}

/** How the subject's time grows when the input doubles, fitted over the cases of a series (2 is linear). */
interface Slope {
  readonly series: string;
  readonly growthPerDoubling: number;
}

/** Slopes of all series with at least two sizes, by least squares on the logarithms. */
function slopesOf(measurements: readonly Measurement[]): readonly Slope[] {
  const series = new Set(measurements.flatMap((measurement) => measurement.series ?? []));
  return [...series].flatMap((name) => {
    const points = measurements
      .filter((measurement) => measurement.series === name && measurement.size !== undefined)
      .map(({ size = 1, subjectMs }) => [Math.log2(size), Math.log2(subjectMs)] as const);
    if (points.length < 2) return [];
    const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
    const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
    const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
    const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
    return [{ series: name, growthPerDoubling: 2 ** (covariance / variance) }];
  });
}

/** Measures all and prints a table, or JSON with `--json`. */
export async function runBenches(title: string, benches: readonly Bench[], args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } });
  if (!values.json) console.log(`\n${title}`);
  const measurements: Measurement[] = [];
  for (const bench of benches) {
    const measurement = await measure(bench);
    measurements.push(measurement);
    if (!values.json) console.log(formatMeasurement(measurement));
  }
  const slopes = slopesOf(measurements);
  if (values.json) console.log(JSON.stringify({ title, node: process.version, measurements, slopes }, null, 2));
  else for (const slope of slopes) console.log(formatSlope(slope));
}

function formatMeasurement(measurement: Measurement): string {
  const { name, peerName, subjectMs, peerMs, ratio, rounds, operations } = measurement;
  const say = operations === undefined ? formatMs : (ms: number) => `${((operations * 1000) / ms).toFixed(0)}/s`;
  const facts = `${say(subjectMs)} against ${say(peerMs)}, median of ${rounds}`;
  return `  ${name.padEnd(44)} ${ratio.toFixed(2).padStart(8)} × ${peerName}  (${facts})`;
}

function formatSlope({ series, growthPerDoubling }: Slope): string {
  return `  ${`${series}: twice the input`.padEnd(44)} ${growthPerDoubling.toFixed(2).padStart(8)} × the time`;
}

function formatMs(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 1 ? `${(ms * 1000).toFixed(0)} µs` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
