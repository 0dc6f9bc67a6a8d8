/** What the processes that run tests are told, and what they answer. */

/** A test, and which mutants it reaches. */
export interface ReachedTest {
  readonly id: string;
  readonly name: string;
  readonly milliseconds: number;
  readonly reached: readonly number[];
}

/** What one file of tests reached in the dry run. */
export interface DryRun {
  readonly file: string;
  readonly tests: readonly ReachedTest[];
  /** Mutants that run before the first test: what constants and tables are made with. */
  readonly loaded: readonly number[];
  /** Tests that fail without any mutant: they prove nothing. */
  readonly failed: readonly string[];
  readonly turns: number;
}

/** Tests of one file that a mutant has to face; without `ids` all of them. */
export interface Challenge {
  readonly file: string;
  readonly ids?: readonly string[];
  /** What was loaded before is forgotten first, so that the mutant is there while the file is loaded. */
  readonly isFresh: boolean;
  /** What the same tests need without a mutant, many times over. */
  readonly mostTurns: number;
  readonly timeoutMs: number;
}

/** The tests for one mutant, in the order in which they run; the first failure ends it. */
export interface Trial {
  readonly mutant: number;
  readonly challenges: readonly Challenge[];
}

/** The work of one process. */
export type Work =
  | { readonly kind: "dry"; readonly files: readonly string[] }
  | { readonly kind: "trials"; readonly trials: readonly Trial[] };

/** One line of a process to the one that started it. */
export type Report =
  | { readonly kind: "dry"; readonly run: DryRun }
  | { readonly kind: "begin"; readonly mutant: number }
  | {
      readonly kind: "end";
      readonly mutant: number;
      readonly outcome: "killed" | "hung" | "survived";
      readonly by: string;
    }
  | { readonly kind: "done" };

/** Reports are lines of the console that begin so. */
export const MARK = "\u0001mutants ";
