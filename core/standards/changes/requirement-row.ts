import type { RequirementChangeKind } from "#core/standards/requirements/compare-requirements.ts";
import type { RequirementLevel } from "#core/standards/requirements/key-words.ts";

/**
 * What a change of a demand means for those who fulfilled it: `tightens` may make them non-conforming, `relaxes` cannot,
 * `unclear` needs a person to read it, `none` says the same or concerns advice and allowances only.
 */
export type RequirementEffect = "tightens" | "unclear" | "relaxes" | "none";

/** A demand as one side of a change has it. */
export interface Demand {
  readonly level: RequirementLevel;
  readonly text: string;
  /** Line in the file of its side, from 1. */
  readonly line: number;
  /** Whether it uses a capitalized key word; else its words are in lower case, as older documents write them. */
  readonly isCapitalized: boolean;
}

/** One line of the table of demands that a change touches. */
export interface RequirementRow {
  /** Path after the change. */
  readonly path: string;
  readonly change: Exclude<RequirementChangeKind, "same">;
  readonly effect: RequirementEffect;
  /** Why the effect is this one: `4 months became 3 months`. */
  readonly evidence: string;
  readonly before?: Demand;
  readonly after?: Demand;
}
