import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";

import { INTERRUPT, type Claim, type FromCommand, type Surroundings } from "./messages.ts";
import { reportUnexpected } from "./unexpected.ts";

/** How long a command may clean up before the process ends all the same. */
const CLEANUP_MS = 8_000;
/** How long a thread takes at most to stop; one that waits for the system, such as for another program, does not stop. */
const TERMINATE_MS = 500;
const MEBIBYTE = 1_048_576;

/**
 * Runs the program once more in a thread, ends the process with its exit code, and with 128 and the number of a signal at
 * the first one that comes, whatever the command is doing.
 */
export function guardCommand(program: URL): void {
  // A pipe that is opened here never blocks a thread in the middle of a write.
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  void process.stderr.isTTY;
  const surroundings: Surroundings = { columns };
  const worker = new Worker(program, {
    argv: process.argv.slice(2),
    workerData: surroundings,
    // A thread of its own would have less memory than the process.
    resourceLimits: { maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / MEBIBYTE) },
  });
  let claim: Claim | undefined;
  worker.on("message", (message: FromCommand) => {
    if (message.kind === "claim") claim = message.claim;
    else if (message.kind === "done") process.exit(message.exitCode);
    else process.exit(reportUnexpected(message.error));
  });
  // Out of memory, for example.
  worker.once("error", (error) => process.exit(reportUnexpected(error.stack ?? String(error))));
  worker.once("exit", () => process.exit(reportUnexpected("The thread of the command ended without a word.")));
  const end = (signal: NodeJS.Signals): void => {
    const claimed = claim;
    claim = undefined;
    void endBy(signal, worker, signal === "SIGINT" || claimed === "cleanup" ? claimed : undefined);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

async function endBy(signal: NodeJS.Signals, worker: Worker, claim: Claim | undefined): Promise<void> {
  if (claim !== undefined) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(INTERRUPT);
    // Then it says itself that it is done.
    if (claim === "end") return;
    worker.removeAllListeners("message");
  }
  worker.removeAllListeners("exit");
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => resolve());
  });
  if (claim === "cleanup") await Promise.race([ended, sleep(CLEANUP_MS)]);
  void worker.terminate();
  const isEnded = await Promise.race([ended.then(() => true), sleep(TERMINATE_MS).then(() => false)]);
  if (isEnded) process.exit(128 + constants.signals[signal]);
  // The thread is held by the system; the signal itself ends everything, and a shell sees the same number.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
