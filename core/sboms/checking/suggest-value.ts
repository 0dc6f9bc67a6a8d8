import { editDistance } from "#core/base/text/edit-distance.ts";

/** Beyond these lengths a value is not a slip of the pen. */
const MAX_VALUE_LENGTH = 64;
const MAX_DISTANCE = 3;
/** Up to this length a word is short. */
const SHORT = 6;

/** Different values that are looked up for one document; each costs a walk through the allowed ones. */
const MAX_SEARCHES = 30;

/** Finds what was meant, the same for the same mistake. */
export type Suggest = (value: string, allowed: readonly unknown[]) => string | undefined;

/** Suggestions for one document: each mistake is looked up once, and only some of many. */
export function createSuggester(): Suggest {
  const known = new Map<readonly unknown[], Map<string, string | undefined>>();
  let searches = 0;
  return (value, allowed) => {
    const answers = known.get(allowed) ?? new Map<string, string | undefined>();
    known.set(allowed, answers);
    if (answers.has(value)) return answers.get(value);
    if (searches === MAX_SEARCHES) return undefined;
    searches += 1;
    const answer = suggestValue(value, allowed);
    answers.set(value, answer);
    return answer;
  };
}

/**
 * The allowed value that was probably meant: the same in another case, else the nearest within a few edits. Of short words one
 * letter makes another word, so there the first one has to agree.
 */
export function suggestValue(value: string, allowed: readonly unknown[]): string | undefined {
  if (value === "" || value.length > MAX_VALUE_LENGTH) return undefined;
  const lowered = value.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(MAX_DISTANCE, Math.floor(value.length / 3)) + 1;
  for (const candidate of allowed) {
    if (typeof candidate !== "string" || Math.abs(candidate.length - value.length) >= bestDistance) continue;
    const distance = editDistance(lowered, candidate.toLowerCase());
    if (distance === 0) return candidate;
    if (distance < bestDistance && (value.length > SHORT || candidate[0]?.toLowerCase() === lowered[0])) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
