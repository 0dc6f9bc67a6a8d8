import { cleanBadgeText } from "./badge-text.ts";
import { saysSomething, type BadgeFace } from "./face.ts";
import { labelOf, plainFace } from "./standing-face.ts";
import type { Language } from "./words.ts";

/** Which words may stand at the left of a badge. */
export interface Labeling {
  /** What `?label=` says; undefined where it is not there, empty for none. */
  readonly label: string | undefined;
  /** The words that the provider or the site declares, and names of what the badge is about. */
  readonly declared: readonly string[];
  readonly isDemo: boolean;
  readonly language: Language;
}

/**
 * The face under the label of whoever embeds it. Only declared words are drawn beside a verdict: with others, anybody could have
 * this host draw any claim (`EUCS High`, `Other Cloud`) beside "v2 certified". What it is about, and that it is a demonstration,
 * stays said.
 */
export function relabel(face: BadgeFace, { label, declared, isDemo, language }: Labeling): BadgeFace {
  if (label === undefined || !saysSomething(face)) return face;
  const words = cleanBadgeText(label);
  if (words !== "" && !declared.some((one) => cleanBadgeText(one) === words)) {
    return plainFace("refused", face.label, language, "label");
  }
  return { ...face, label: labelOf(words, isDemo, language), subject: face.label };
}
