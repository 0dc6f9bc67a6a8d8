import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Where the local runtime starts scheduled work. */
const SCHEDULED_PATH = "/cdn-cgi/local/scheduled";
const MS_PER_MINUTE = 60_000;

/** When the worker's scheduled work is due. */
export interface Schedule {
  readonly cron: string;
  readonly minutes: number;
}

/** What the configuration of the worker says of its clock. Throws when it is not "every so many minutes". */
export function readSchedule(configPath: string): Schedule {
  const found = /^crons = \["(\*\/(\d+) \* \* \* \*)"\]$/m.exec(readFileSync(configPath, "utf8"));
  const [, cron, minutes] = found ?? [];
  if (cron === undefined) throw new Error(`${configPath} has no \`crons\` of the form ["*/5 * * * *"].`);
  return { cron, minutes: Number(minutes) };
}

/** What the local clock starts and whom it tells. */
export interface LocalClockOptions {
  /** Of the worker, without trailing slash. */
  readonly url: string;
  readonly schedule: Schedule;
  /** Hears a sentence about each run that failed. */
  readonly warn: (message: string) => void;
  readonly signal: AbortSignal;
  /** Sleeps until the next run (default: the real clock). */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Does what the platform's clock does for a deployed worker, which the local runtime leaves to us: starts the scheduled work
 * at once and then every few minutes, one run after the other, until it is aborted. A run that fails stops nothing.
 */
export async function runLocalClock(options: LocalClockOptions): Promise<void> {
  const { schedule, signal, warn, wait = waitFor } = options;
  while (!signal.aborted) {
    const failure = await runOnce(options);
    if (failure !== undefined && !signal.aborted) warn(failure);
    await wait(schedule.minutes * MS_PER_MINUTE, signal);
  }
}

async function runOnce({ url, schedule, signal }: LocalClockOptions): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ cron: schedule.cron });
    const response = await fetch(`${url}${SCHEDULED_PATH}?${query.toString()}`, { signal });
    if (response.ok) return undefined;
    return `The scheduled work ended with "${(await response.text()).slice(0, 100)}"; worker.log says more.`;
  } catch (error) {
    return `The scheduled work could not be started: ${(error as Error).message}`;
  }
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
