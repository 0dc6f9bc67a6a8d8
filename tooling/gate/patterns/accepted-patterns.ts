/** A pattern that is not linear, or not known before the program runs, and why it may stay. */
export interface AcceptedPattern {
  /** `/source/flags`, or the code that makes the pattern. */
  readonly pattern: string;
  readonly file: string;
  /** Why it is needed, and what bounds the texts that it meets. */
  readonly reason: string;
}

/** Everything that the gate lets pass in spite of its verdict; a line that nothing needs any more fails the gate. */
export const ACCEPTED_PATTERNS: readonly AcceptedPattern[] = [
  {
    pattern: 'new RegExp(`^${source}$`, flags.replace(/[^isu]/g, ""))',
    file: "core/base/patterns/character-set.ts",
    reason:
      "One character of a pattern somebody sent, with nothing that repeats; it is asked with one character at a time.",
  },
  {
    pattern: "RegExp(source, flags)",
    file: "core/base/patterns/linear-pattern.ts",
    reason:
      "At most 1,000 characters, made so that the language says whether it is a pattern; no text is ever matched with it.",
  },
  {
    pattern: 'new RegExp(source, [...new Set(`g${flags}`)].join(""))',
    file: "tooling/cli/check/native-patterns.ts",
    reason: "The searches of a tree's own style file, on the machine of whoever runs the command, who may stop it.",
  },
];
