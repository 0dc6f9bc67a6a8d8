import { matchSentences, type Comparable } from "./match-sentences.ts";

/** A requirement that has its number already, whether its sentence still stands in the text or not. */
export interface NumberedSentence extends Comparable {
  readonly number: number;
  /** Its sentence stands in the text that was published last. */
  readonly isCurrent: boolean;
}

/**
 * Numbers the sentences of a new text of a document whose requirements are `known`. A sentence keeps its number when it
 * moves or changes; a removed one that comes back word by word gets its own number again; every other sentence gets one
 * that was never used. The same arguments always give the same numbers.
 */
export function assignNumbers(known: readonly NumberedSentence[], sentences: readonly Comparable[]): number[] {
  const current = known.filter((requirement) => requirement.isCurrent);
  const removed = new Map(known.filter((requirement) => !requirement.isCurrent).map((one) => [keyOf(one), one.number]));
  let last = known.reduce((highest, { number }) => Math.max(highest, number), 0);
  return matchSentences(current, sentences).map((match, index) => {
    const kept = match === undefined ? undefined : current[match]?.number;
    if (kept !== undefined) return kept;
    const sentence = sentences[index];
    const key = sentence === undefined ? "" : keyOf(sentence);
    const returned = removed.get(key);
    removed.delete(key);
    if (returned !== undefined) return returned;
    last += 1;
    return last;
  });
}

function keyOf({ text, details }: Comparable): string {
  return `${text}\n${details ?? ""}`;
}
