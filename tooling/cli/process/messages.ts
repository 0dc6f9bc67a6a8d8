import type { ExitCode } from "../command.ts";

/** What the thread of a command is told. */
export interface Surroundings {
  /** Width of the terminal; undefined where standard output is none. */
  readonly columns: number | undefined;
}

/** What the thread of a command says to the one that guards it. */
export type FromCommand =
  /** It is done; whatever it wrote has been written. */
  | { readonly kind: "done"; readonly exitCode: ExitCode }
  /** It threw what it never should have thrown: the text is the error with its stack. */
  | { readonly kind: "unexpected"; readonly error: string }
  | { readonly kind: "claim"; readonly claim: Claim };

/**
 * What a command does itself with an interruption: `end` with an exit code of its own, since that is how people end it, or
 * `cleanup` before it ends.
 */
export type Claim = "end" | "cleanup";

/** The message to a command that claimed interruptions: now. */
export const INTERRUPT = "interrupt";
