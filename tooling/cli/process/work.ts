import { isatty } from "node:tty";
import { parentPort, workerData } from "node:worker_threads";

import packageJson from "../../../package.json" with { type: "json" };

import { COMMANDS } from "../commands/index.ts";
import { wantsColor } from "../paint.ts";
import { runCli } from "../run-cli.ts";
import { readStandardInput } from "./input.ts";
import { INTERRUPT, type FromCommand, type Surroundings } from "./messages.ts";
import { createWrite } from "./output.ts";

/** Runs the command of this process's arguments, and says how it ended. */
export async function runInThread(): Promise<void> {
  const interrupted = new AbortController();
  parentPort?.on("message", (message) => {
    if (message === INTERRUPT) interrupted.abort();
  });
  // It must not keep the thread alive that has nothing left to do.
  parentPort?.unref();
  const { columns } = workerData as Surroundings;
  try {
    const exitCode = await runCli(
      process.argv.slice(2),
      {
        writeOut: createWrite(1),
        writeError: createWrite(2),
        readInput: readStandardInput,
        color: wantsColor({ env: process.env, isTerminal: columns !== undefined }),
        isErrorTerminal: isatty(2),
        columns: columns ?? 100,
        cwd: process.cwd(),
        env: process.env,
        now: () => new Date(),
        signal: interrupted.signal,
        claimInterrupt: (claim) => tell({ kind: "claim", claim }),
      },
      { commands: COMMANDS, version: packageJson.version },
    );
    tell({ kind: "done", exitCode });
  } catch (error) {
    tell({ kind: "unexpected", error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function tell(message: FromCommand): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}
