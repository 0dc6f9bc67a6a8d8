import type { CommandIo } from "../tooling/cli/command.ts";
import { COMMANDS } from "../tooling/cli/commands/index.ts";
import { runCli } from "../tooling/cli/run-cli.ts";

/** Around a command. */
interface Surroundings {
  readonly cwd: string;
  /** The value of `STELE_TOKEN` (default: not set). */
  readonly token?: string;
  /** What stands on standard input (default: nothing). */
  readonly input?: string;
  /** Default: the clock's. */
  readonly now?: Date;
}

/** What a command printed and how it ended. */
export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command of the command line in this process, as without a terminal. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<CommandOutcome> {
  const { cwd, token, input = "", now } = around;
  let [out, error] = ["", ""];
  const io: CommandIo = {
    writeOut: (text) => void (out += text),
    writeError: (text) => void (error += text),
    readInput: async () => new TextEncoder().encode(input),
    color: false,
    columns: 100,
    cwd,
    env: token === undefined ? {} : { STELE_TOKEN: token },
    now: () => now ?? new Date(),
    signal: new AbortController().signal,
  };
  return { code: await runCli(args, io, { commands: COMMANDS, version: "0.0.0" }), out, error };
}
