import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";

import type { Report } from "./inside/protocol.ts";
import type { Order } from "./vitest-process.ts";

/** How a process ended. */
export interface Ending {
  /** With all its work done; by itself before that; killed because it said nothing for too long; or because the time was up. */
  readonly why: "done" | "died" | "silent" | "late";
  /** The last lines that it wrote. */
  readonly output: string;
}

/** Starts a process with an order and passes its reports on; kills it when it is silent for `patienceMs` and at the deadline. */
export async function runProcess(
  order: Order,
  patienceMs: number,
  deadline: number,
  see: (report: Report) => void,
): Promise<Ending> {
  // A group of its own: the worker runtime that it starts must go with it.
  const child = fork(join(import.meta.dirname, "vitest-process.ts"), { cwd: order.root, silent: true, detached: true });
  const stop = (): void => killGroup(child);
  process.once("exit", stop);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-4000)));
  child.send(order);
  try {
    const why = await ending(child, patienceMs, deadline, see);
    return { why, output };
  } finally {
    stop();
    process.removeListener("exit", stop);
  }
}

async function ending(
  child: ChildProcess,
  patienceMs: number,
  deadline: number,
  see: (report: Report) => void,
): Promise<Ending["why"]> {
  return new Promise((resolve) => {
    const later = (why: Ending["why"], ms: number): NodeJS.Timeout =>
      setTimeout(() => resolve(why), Math.min(ms, 2 ** 31 - 1));
    const last = later("late", deadline - Date.now());
    let timer = later("silent", patienceMs);
    const end = (why: Ending["why"]): void => {
      clearTimeout(timer);
      clearTimeout(last);
      resolve(why);
    };
    child.on("message", (report) => {
      clearTimeout(timer);
      timer = later("silent", patienceMs);
      if ((report as Report).kind === "done") end("done");
      else see(report as Report);
    });
    child.once("close", () => end("died"));
  });
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
