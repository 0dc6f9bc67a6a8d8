/** One small change to the source that a test should notice. */
export interface Mutant {
  readonly id: number;
  /** From the repository's root. */
  readonly file: string;
  /** Which operator made it: "comparison", "guard"… */
  readonly operator: string;
  /** Where the changed expression begins, both from 1. */
  readonly line: number;
  readonly column: number;
  /** The changed expression as offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** Not inside any function: it runs while the file is loaded, and only a fresh load shows it. */
  readonly isStatic: boolean;
  readonly original: string;
  readonly replacement: string;
}

/** What the tests said to a mutant. "unreached": no test runs the place. "hung": it never came to an end, which counts as noticed. */
export type Outcome = "killed" | "hung" | "survived" | "unreached";

/** A mutant and what became of it. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** The test that noticed it. */
  readonly by?: string;
}
