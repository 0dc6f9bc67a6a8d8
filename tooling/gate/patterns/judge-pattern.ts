import { checkSync } from "recheck";

/** What is wrong with a pattern; undefined where its cost grows no faster than the text. */
export type Judgement = string | undefined;

/** Milliseconds for one pattern; ordinary ones take some ten, and a busy machine must come to the same verdict. */
const PATIENCE_MS = 300_000;

/**
 * Judges how long a pattern may take: by the automaton that it is, or by attacks where it has none (look-around,
 * back-references). The same pattern is attacked in the same way each time.
 */
export function judgePattern(source: string, flags: string): Judgement {
  const verdict = checkSync(source, flags, { timeout: PATIENCE_MS, randomSeed: 1 });
  switch (verdict.status) {
    case "safe":
      return undefined;
    case "vulnerable":
      return `its time is ${verdict.complexity.summary}, for example in the length of ${verdict.attack.pattern.slice(0, 120)}`;
    case "unknown":
      return `it cannot be judged (${verdict.error.kind})`;
  }
}
