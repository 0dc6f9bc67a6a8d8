/** Tells whether one sentence says what two said: "Images MUST be scanned at upload and once a week." */
import type { FoundDemand } from "./find-demands.ts";

/** Whether `whole` is `first`, `and`, and what `second` says of the same subject with the same key word. */
export function isMergedFrom(first: FoundDemand, second: FoundDemand, whole: FoundDemand): boolean {
  if (first.level !== second.level || first.level !== whole.level) return false;
  const [one, two, both] = [wordsOf(first.text), wordsOf(second.text), wordsOf(whole.text)];
  let common = 0;
  while (common < Math.min(one.length, two.length) && one[common] === two[common]) common += 1;
  const [keyWord = ""] = second.keyWords;
  const isSameSubject = second.keyWords.length === 1 && two.slice(0, common).join(" ").includes(keyWord);
  if (!isSameSubject) return false;
  // As much as both share belongs to the subject; a predicate that begins alike may be said once or twice.
  const least =
    two.findIndex((_word, index) =>
      two
        .slice(0, index + 1)
        .join(" ")
        .endsWith(keyWord),
    ) + 1;
  for (let shared = common; shared >= least; shared -= 1) {
    if ([...one, "and", ...two.slice(shared)].join(" ") === both.join(" ")) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text.replace(/(?<![.\s])[.\s]+$/, "").split(/\s+/);
}
