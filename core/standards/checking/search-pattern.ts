import { createLinearPattern, type PatternMatch } from "#core/base/patterns/linear-pattern.ts";
import type { StepBudget } from "#core/base/text/glob.ts";

/** How texts are searched for something. */
export interface Search {
  /** All places in order; ends early where the budget is used up, which its `left` below zero says. */
  findAll(text: string, budget: StepBudget): Iterable<PatternMatch>;
  /** What was found with its replacement put in (`$1` and the like as in `String.replace`). */
  replaceIn(found: string, replacement: string, budget: StepBudget): string;
}

/** Whatever matches the patterns of a style file. */
export interface PatternEngine {
  /** Prepares a pattern, or says in words why it is not matched here. */
  read(source: string, flags: string): Search | string;
  /** Whether markdownlint may be given options that it makes patterns of. */
  readonly mayLintWithPatterns: boolean;
}

/**
 * The engine for everybody: matches in one pass and never goes back, so that no pattern of a stranger can keep a machine of
 * ours busy. What it cannot match, the command line can.
 */
export const LINEAR_PATTERNS: PatternEngine = {
  read(source, flags) {
    const pattern = createLinearPattern(source, flags);
    if (!pattern.ok) {
      return `${pattern.failure}, which is not matched in one pass; \`stele check\` on your machine makes it`;
    }
    return {
      findAll: (text, budget) => pattern.value.findAll(text, budget),
      replaceIn: (found, replacement, budget) => pattern.value.replaceFirst(found, replacement, budget),
    };
  },
  mayLintWithPatterns: false,
};

/** Looks for a text as it is. */
export function searchFor(wanted: string): Search {
  return {
    *findAll(text) {
      if (wanted === "") return;
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        yield { index: at, text: wanted };
      }
    },
    replaceIn: (found, replacement) => found.replace(wanted, replacement),
  };
}

/** Searches with a global pattern that is trusted: one of our own, or one that its author runs on their machine. */
export function searchWith(pattern: RegExp): Search {
  return {
    *findAll(text) {
      for (const match of text.matchAll(pattern)) yield { index: match.index, text: match[0] };
    },
    replaceIn(found, replacement) {
      // From its beginning, and once: `^` and `$` of the pattern mean what was found.
      const [first] = found.matchAll(pattern);
      return first === undefined ? found : replaceMatch(first, replacement);
    },
  };
}

/** By the language's own rules for `$`: they ask whatever has `exec` for the match. */
function replaceMatch(match: RegExpExecArray, replacement: string): string {
  const found = { exec: () => match, flags: "" } as unknown as RegExp;
  const replace = RegExp.prototype[Symbol.replace] as (this: RegExp, text: string, replacement: string) => string;
  return replace.call(found, match.input, replacement);
}
