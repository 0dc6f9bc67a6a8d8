import { checkSync } from "recheck";

/** What is wrong with a pattern; undefined where its cost grows no faster than the text. */
export type Judgement = string | undefined;

/** Characters that the matching of an attack reads before it counts as one: a hundred times those of the longest attack. */
const ATTACK_LIMIT = 30_000_000;
/** Milliseconds for one pattern; ordinary ones take some ten, so a busy machine comes to the same verdict. */
const PATIENCE_MS = 60_000;

/**
 * Judges how long a pattern may take: by the automaton that it is, or by attacks where it has none (look-around,
 * back-references). Attacks are the same each time and counted, not timed, so that every machine comes to the same verdict.
 */
export function judgePattern(source: string, flags: string): Judgement {
  const verdict = checkSync(source, flags, {
    timeout: PATIENCE_MS,
    attackLimit: ATTACK_LIMIT,
    attackTimeout: null,
    incubationTimeout: null,
    randomSeed: 1,
  });
  switch (verdict.status) {
    case "safe":
      return undefined;
    case "vulnerable":
      return `its time is ${verdict.complexity.summary}, for example in the length of ${verdict.attack.pattern.slice(0, 120)}`;
    case "unknown":
      return `it cannot be judged (${verdict.error.kind})`;
  }
}
