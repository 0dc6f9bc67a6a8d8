/** Judges two versions of one demand that binds as strongly as before: does it ask for more? */
import { compareQuantities } from "./quantities.ts";
import type { RequirementEffect } from "./requirement-row.ts";

/** What a rewording means. */
export interface WordingJudgement {
  readonly effect: RequirementEffect;
  readonly evidence: string;
}

/** The parts of a demand that are compared. */
export interface Wording {
  readonly keyWords: readonly string[];
  readonly text: string;
  readonly details?: string;
}

const NEGATIVE = /^(?:must not|shall not|forbidden)$/i;
const BINDING = /^(?:must|must not|shall|shall not|required|forbidden)$/i;
/** A list from which one entry is enough: more entries ask for less. */
const CHOICE = /\b(?:one of|any of|either|at least one|alternatively)\b/i;
const CODE = /`[^`]+`/g;
const WORD = /[\p{L}\p{N}_]+/gu;
const MAX_SHOWN_WORDS = 8;

/** Compares two versions of a binding demand (level MUST). The first difference that can be judged by a machine decides. */
export function judgeWording(before: Wording, after: Wording): WordingJudgement {
  return (
    comparePolarity(before, after) ??
    (sameWords(before, after) ? { effect: "none", evidence: "the same words" } : undefined) ??
    compareEntries(before, after) ??
    compareCode(before, after) ??
    compareQuantities(wholeText(before), wholeText(after)) ?? {
      effect: "unclear",
      evidence: describeWords(before.text, after.text),
    }
  );
}

function comparePolarity(before: Wording, after: Wording): WordingJudgement | undefined {
  const [earlier, later] = [countBinding(before), countBinding(after)];
  if (earlier.bans === later.bans && earlier.demands === later.demands) return undefined;
  if (earlier.bans + earlier.demands === later.bans + later.demands) {
    return { effect: "tightens", evidence: "a demand became a prohibition or the other way round" };
  }
  const isMore = later.bans + later.demands > earlier.bans + earlier.demands;
  return isMore
    ? { effect: "tightens", evidence: "the sentence holds one more demand" }
    : { effect: "unclear", evidence: "the sentence holds one demand less, and its words changed" };
}

function countBinding({ keyWords }: Wording): { readonly bans: number; readonly demands: number } {
  const binding = keyWords.filter((word) => BINDING.test(word));
  const bans = binding.filter((word) => NEGATIVE.test(word)).length;
  return { bans, demands: binding.length - bans };
}

function sameWords(before: Wording, after: Wording): boolean {
  return wordsOf(wholeText(before)).join(" ") === wordsOf(wholeText(after)).join(" ");
}

/** The entries of the list that the demand announces. */
function compareEntries(before: Wording, after: Wording): WordingJudgement | undefined {
  const [earlier, later] = [entriesOf(before), entriesOf(after)];
  const added = later.filter((entry) => !earlier.includes(entry));
  const removed = earlier.filter((entry) => !later.includes(entry));
  // An entry that changed is for those who look at code and numbers.
  if (added.length === removed.length || (added.length > 0 && removed.length > 0)) return undefined;
  const isMore = added.length > 0 !== CHOICE.test(after.text);
  const shown = cut((added[0] ?? removed[0] ?? "").trim());
  return {
    effect: isMore ? "tightens" : "relaxes",
    evidence: added.length > 0 ? `its list has a new entry: ${shown}` : `its list lost an entry: ${shown}`,
  };
}

function entriesOf({ details = "" }: Wording): string[] {
  return details === "" ? [] : details.split("; ");
}

/** Names that programs compare: a changed one is another demand. */
function compareCode(before: Wording, after: Wording): WordingJudgement | undefined {
  const [earlier, later] = [codeOf(before), codeOf(after)];
  const added = later.filter((code) => !earlier.includes(code));
  const removed = earlier.filter((code) => !later.includes(code));
  if (added.length === 0 && removed.length === 0) return undefined;
  if (added.length === 0) return { effect: "unclear", evidence: `${cut(removed.join(", "))} is gone` };
  const lost = removed.length === 0 ? "is new" : `took the place of ${cut(removed.join(", "))}`;
  return { effect: "tightens", evidence: `${cut(added.join(", "))} ${lost}` };
}

function codeOf(wording: Wording): string[] {
  return wholeText(wording).match(CODE) ?? [];
}

function wholeText({ text, details }: Wording): string {
  return details === undefined ? text : `${text}\n${details}`;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function describeWords(before: string, after: string): string {
  const [earlier, later] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(earlier.length, later.length) && earlier[start] === later[start]) start += 1;
  let end = 0;
  const shorter = Math.min(earlier.length, later.length) - start;
  while (end < shorter && earlier.at(-1 - end) === later.at(-1 - end)) end += 1;
  const removed = shown(earlier.slice(start, earlier.length - end));
  const added = shown(later.slice(start, later.length - end));
  if (removed === "" && added === "") return "what it announces is worded differently";
  if (removed === "") return `new words: ${added}`;
  return added === "" ? `these words are gone: ${removed}` : `${removed} became ${added}`;
}

function shown(words: readonly string[]): string {
  if (words.length === 0) return "";
  return `"${words.slice(0, MAX_SHOWN_WORDS).join(" ")}${words.length > MAX_SHOWN_WORDS ? " …" : ""}"`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
