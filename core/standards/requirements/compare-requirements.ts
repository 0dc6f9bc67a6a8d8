import { compareLevels } from "./key-words.ts";
import { matchSentences } from "./match-sentences.ts";
import { comparableText, type NormativeSentence } from "./normative-sentence.ts";

/** What became of a requirement between two texts. */
export type RequirementChangeKind = "added" | "removed" | "raised" | "relaxed" | "changed" | "same";

/** One requirement of either text: its sentence before and after. */
export interface RequirementChange<Sentence extends NormativeSentence> {
  readonly kind: RequirementChangeKind;
  readonly before?: Sentence;
  readonly after?: Sentence;
}

/**
 * What changed between the requirements of two texts, in the order of the later one, removed ones last. A requirement is
 * raised when its strongest key word binds more (SHOULD → MUST), relaxed when it binds less, changed when other words do.
 */
export function compareRequirements<Sentence extends NormativeSentence>(
  before: readonly Sentence[],
  after: readonly Sentence[],
): RequirementChange<Sentence>[] {
  const matches = matchSentences(before, after);
  const changes = after.map((sentence, index): RequirementChange<Sentence> => {
    const match = matches[index];
    const earlier = match === undefined ? undefined : before[match];
    if (earlier === undefined) return { kind: "added", after: sentence };
    return { kind: kindOf(earlier, sentence), before: earlier, after: sentence };
  });
  const taken = new Set(matches);
  const removed = before.filter((_sentence, index) => !taken.has(index));
  return [...changes, ...removed.map((sentence) => ({ kind: "removed" as const, before: sentence }))];
}

function kindOf(before: NormativeSentence, after: NormativeSentence): RequirementChangeKind {
  const step = compareLevels(after.level, before.level);
  if (step !== 0) return step > 0 ? "raised" : "relaxed";
  return comparableText(before) === comparableText(after) ? "same" : "changed";
}
