/** 0: done and clean; 1: done, and there is something to repair; 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use of the process, so that tests can run it without one. */
export interface CommandIo {
  /** Writes the result; one call may hold many lines, the line ending is the caller's. */
  readonly writeOut: (text: string) => void;
  /** Writes progress and complaints, which are not the result. */
  readonly writeError: (text: string) => void;
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Whether the result goes to a terminal that shows color. */
  readonly color: boolean;
  /** Whether standard error goes to a terminal, where a line of progress can be replaced (default: false). */
  readonly isErrorTerminal?: boolean;
  /** Width of the terminal in characters (default: 100). */
  readonly columns: number;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock, so that tests can set the date. */
  readonly now: () => Date;
  /** Aborted by an interruption that the command claimed. */
  readonly signal: AbortSignal;
  /**
   * Says that the command answers interruptions itself, by `signal`: `end` where Ctrl-C is how people end it (such as
   * `--watch`), `cleanup` where something must be put in order first. Unclaimed ones end the process at once.
   */
  readonly claimInterrupt?: (claim: "end" | "cleanup") => void;
}

/** One command of the `stele` program; lives in `commands/<name>.ts`. */
export interface Command {
  readonly name: string;
  /** The whole help text, plain, at most 100 columns wide, without trailing line ending. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** One line of the list in `commands/index.ts`; the module is loaded only when its command is called. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/**
 * Ends a command that cannot do its work (missing file, unreachable server, wrong option) with exit code 2.
 * The message is one sentence with the remedy; no stack is shown.
 */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
