import { readdirSync, readFileSync } from "node:fs";

/** What a group of processes is doing. */
export interface Activity {
  /** Processor time that its processes have used so far, in ticks of the system. */
  readonly ticks: number;
  /** Whether one of them runs, or waits for a processor or a disk that others keep busy. */
  readonly isBusy: boolean;
}

/**
 * Watches the processes of a group through `/proc`; undefined where the system has none, and for a group that has ended.
 */
export function activityOf(group: number): Activity | undefined {
  let [ticks, isBusy, count] = [0, false, 0];
  for (const pid of processIds()) {
    const [state, , processGroup, ...rest] = readStat(pid);
    if (state === undefined || Number(processGroup) !== group) continue;
    count += 1;
    isBusy ||= state === "R" || state === "D";
    // proc(5): utime, stime, and those of the children that have ended.
    for (const time of rest.slice(8, 12)) ticks += Number(time);
  }
  return count === 0 ? undefined : { ticks, isBusy };
}

function processIds(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The fields after the name of the program: state, parent, group, … */
function readStat(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name may hold spaces and parentheses.
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It ended in between.
    return [];
  }
}
