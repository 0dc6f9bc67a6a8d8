import type { Activity } from "./process-activity.ts";

/** How long nothing may move before waiting ends. */
export const IDLE_LIMIT_MS = 120_000;
/** Of the idle time, what one look may count: a machine that slept in between was not idle. */
const LONGEST_LOOK_MS = 5_000;
/** Answering our own questions costs a process that hangs a tick now and then: less than one tick in this time is idleness. */
const MS_PER_TICK_OF_WORK = 200;

/** What one look at a process showed. */
export interface Look {
  /** Milliseconds of a clock that never goes back. */
  readonly at: number;
  /** Undefined where the system does not tell. */
  readonly activity: Activity | undefined;
  /** Bytes that it has printed so far. */
  readonly printed: number;
}

/**
 * Says after each look whether to go on waiting: as long as the process works, prints, or waits for a processor, however slow
 * the machine is. Answers whether it was idle for so long that it will not come.
 */
export function createPatience(start: Look, idleLimitMs: number): (look: Look) => boolean {
  let last = start;
  let idleMs = 0;
  return (look) => {
    idleMs = hasMoved(last, look) ? 0 : idleMs + Math.min(look.at - last.at, LONGEST_LOOK_MS);
    last = look;
    return idleMs >= idleLimitMs;
  };
}

function hasMoved(before: Look, now: Look): boolean {
  if (now.printed > before.printed) return true;
  if (now.activity === undefined) return false;
  // Seen twice: for a moment also one that hangs is busy, with closing the connection of our last question.
  if (now.activity.isBusy && before.activity?.isBusy === true) return true;
  const ticks = now.activity.ticks - (before.activity?.ticks ?? 0);
  return ticks * MS_PER_TICK_OF_WORK > now.at - before.at;
}
