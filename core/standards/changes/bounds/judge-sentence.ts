/** Judges two versions of one sentence by its grammar: every difference is judged where it stands, and the strictest decides. */
import type { RequirementEffect } from "../requirement-row.ts";
import { align, type Hunk } from "./align.ts";
import { directionOfBound, effectOf } from "./direction.ts";
import type { Bound, Item, Modal } from "./item.ts";
import { EXAMPLES, lowerOf, phraseAt } from "./lexicon.ts";
import { judgeEntry, judgeJoining } from "./lists.ts";
import { judgeGone, judgeNew } from "./phrases.ts";
import type { Place } from "./places.ts";
import { compareQuantifiers } from "./quantifiers.ts";
import { readSentence, type ReadSentence } from "./read-sentence.ts";
import { compareRelations } from "./relations.ts";
import { judgeTurned } from "./negation.ts";
import { judgeOtherWords } from "./other-words.ts";
import { isSameContent, withoutSameEnd } from "./same-content.ts";

/** What one difference, or all of them, mean. */
export interface Judged {
  readonly effect: RequirementEffect;
  readonly evidence: string;
}

const RANK: Readonly<Record<RequirementEffect, number>> = { none: 0, relaxes: 1, unclear: 2, tightens: 3 };
const MAX_SHOWN = 80;

/** The strictest of several judgements: one change that asks for more is not undone by another that asks for less. */
export function strictest(judged: readonly Judged[]): Judged | undefined {
  let found: Judged | undefined;
  for (const one of judged) if (found === undefined || RANK[one.effect] > RANK[found.effect]) found = one;
  return found;
}

/**
 * Compares two versions of a sentence with the same key words. `fallback` is where text without key word stands, such as
 * an entry that a demand announces.
 */
export function judgeSentence(before: string, after: string, fallback?: Place): Judged {
  if (collapse(before) === collapse(after)) return { effect: "none", evidence: "the same words" };
  const [from, to] = [readSentence(before, fallback), readSentence(after, fallback)];
  const aligned = from === undefined || to === undefined ? undefined : align(from.items, to.items);
  if (from === undefined || to === undefined || aligned === undefined) {
    return { effect: "unclear", evidence: "it is too long to be compared word by word" };
  }
  const turned = judgeTurned(from.items, to.items);
  if (turned !== undefined) return turned;
  const judged = [
    ...aligned.pairs.flatMap((pair) => judgePair(from, pair.before, to, pair.after)),
    ...aligned.hunks.map((hunk) => judgeHunk(from, to, hunk)),
  ];
  const result = strictest(judged) ?? { effect: "none", evidence: "the same words, written in another way" };
  const hasSameBounds = aligned.pairs.every(({ before: i, after: j }) => isSamePart(from.items[i], to.items[j]));
  if (RANK[result.effect] > 0 && hasSameBounds && isSameContent(from.items, to.items)) {
    return { effect: "unclear", evidence: "the same words in another order or form" };
  }
  return result;
}

function isSamePart(before: Item | undefined, after: Item | undefined): boolean {
  if (before?.kind === "bound" && after?.kind === "bound")
    return compareRelations(before.relation, after.relation) === "same";
  return before?.kind !== "modal" || after?.kind !== "modal" || judgeModals(before, after) === undefined;
}

/** Numbers and key words that stand for one another. */
function judgePair(from: ReadSentence, before: number, to: ReadSentence, after: number): Judged[] {
  const [earlier, later] = [from.items[before], to.items[after]];
  if (earlier?.kind === "modal" && later?.kind === "modal") return judgeModals(earlier, later) ?? [];
  if (earlier?.kind !== "bound" || later?.kind !== "bound") return [];
  return judgeBounds(earlier, from, before, later, to, after);
}

function judgeBounds(
  earlier: Bound,
  from: ReadSentence,
  before: number,
  later: Bound,
  to: ReadSentence,
  after: number,
): Judged[] {
  const change = compareRelations(earlier.relation, later.relation);
  const [placeBefore, placeAfter] = [from.places[before], to.places[after]];
  if (change === "same" && earlier.comparator === later.comparator) return [];
  const isNamed = earlier.relation.kind === later.relation.kind;
  const evidence =
    isNamed && earlier.amount !== later.amount
      ? `${earlier.amount} became ${later.amount}`
      : `${earlier.text} became ${later.text}`;
  if (change === "same") {
    const isPlain = ["up to", "scope", "time"].every(
      (kind) => kind !== earlier.comparator && kind !== later.comparator,
    );
    return isPlain ? [] : [{ effect: "unclear", evidence }];
  }
  if (placeBefore === undefined || placeAfter === undefined) return [{ effect: "unclear", evidence }];
  if (isAside(placeAfter) || isAside(placeBefore)) return [{ effect: "unclear", evidence }];
  const [was, is] = [
    directionOfBound(from.items, before, placeBefore, earlier),
    directionOfBound(to.items, after, placeAfter, later),
  ];
  // A number in other words may stand in the way of another direction; then nobody can say.
  const direction = was === is ? is : "unknown";
  return [{ effect: effectOf(change, direction), evidence }];
}

function isAside({ zone }: Place): boolean {
  return zone === "contrast" || zone === "example";
}

/** What another key word means; undefined for the same. */
function judgeModals(before: Modal, after: Modal): Judged[] | undefined {
  const evidence = `${before.text} became ${after.text}`;
  if (before.isAmbiguous || after.isAmbiguous) {
    return before.text === after.text ? undefined : [{ effect: "unclear", evidence }];
  }
  if (before.isNegative !== after.isNegative && before.level !== "MAY" && after.level !== "MAY") {
    return [{ effect: "tightens", evidence: "a demand became a prohibition or the other way round" }];
  }
  if (before.level !== after.level) {
    const isRaised = LEVEL[after.level] > LEVEL[before.level];
    return [{ effect: isRaised ? "tightens" : "relaxes", evidence }];
  }
  if (before.isCapitalized !== after.isCapitalized) return [{ effect: "unclear", evidence }];
  return before.isAdjective === after.isAdjective ? undefined : [{ effect: "unclear", evidence }];
}

const LEVEL = { MAY: 0, SHOULD: 1, MUST: 2 } as const;

function judgeHunk(from: ReadSentence, to: ReadSentence, hunk: Hunk): Judged {
  const removed = from.items.slice(hunk.before.start, hunk.before.end);
  const added = to.items.slice(hunk.after.start, hunk.after.end);
  const evidence = describe(removed, added);
  const place = to.places[Math.min(hunk.after.start, to.places.length - 1)];
  const placeBefore = from.places[Math.min(hunk.before.start, from.places.length - 1)];
  if (place === undefined || placeBefore === undefined) return { effect: "unclear", evidence };
  if (removed.length === 0) return { ...judgeAdded(to, hunk, place), evidence };
  if (added.length === 0) return { ...judgeRemoved(from, hunk, placeBefore), evidence };
  const joining = judgeJoining(from.items, hunk.before, to.items, hunk.after, place);
  if (joining !== undefined) return { effect: joining, evidence };
  const [bound, other] = [removed[0], added[0]];
  if (removed.length === 1 && added.length === 1 && bound?.kind === "bound" && other?.kind === "bound") {
    return (
      judgeBounds(bound, from, hunk.before.start, other, to, hunk.after.start)[0] ?? { effect: "unclear", evidence }
    );
  }
  const [modalsBefore, modalsAfter] = [modalsIn(from.items, hunk.before), modalsIn(to.items, hunk.after)];
  if (modalsAfter.length > modalsBefore.length) {
    return { effect: modalsAfter.some(({ level }) => level !== "MAY") ? "tightens" : "unclear", evidence };
  }
  const quantifier = compareQuantifiers(...withoutSameEnd(removed, added));
  if (quantifier !== undefined) return { effect: judgeQuantifier(quantifier, place, placeBefore), evidence };
  return { effect: judgeOtherWords({ from, to, hunk, removed, added, place }), evidence };
}

/** "All" in the subject of a demand, or of those who act: the more of them, the more is asked. */
function judgeQuantifier(
  change: ReturnType<typeof compareRelations>,
  place: Place,
  placeBefore: Place,
): RequirementEffect {
  const { clause, zone } = place;
  if (clause === undefined || placeBefore.clause === undefined) return "unclear";
  if (change === "other") return "tightens";
  if (clause.modal.isNegative || (zone !== "subject" && zone !== "head" && zone !== "predicate")) return "unclear";
  return clause.isRight ? "unclear" : effectOf(change, "allowing");
}

function judgeAdded(
  { items, places }: ReadSentence,
  { after }: Hunk,
  place: Place,
): { readonly effect: RequirementEffect } {
  if (isPunctuation(items, after)) return { effect: "none" };
  if (place.zone === "example" && phraseAt(items, after.start, EXAMPLES) === 0) return { effect: "unclear" };
  const modals = modalsIn(items, after);
  if (modals.length > 0) return { effect: modals.some(({ level }) => level !== "MAY") ? "tightens" : "unclear" };
  const entry = judgeEntry(items, after, place, true);
  return entry === undefined ? judgeNew(items, after, places) : { effect: entry };
}

function judgeRemoved(
  { items, places }: ReadSentence,
  { before }: Hunk,
  place: Place,
): { readonly effect: RequirementEffect } {
  if (isPunctuation(items, before)) return { effect: "none" };
  if (place.zone === "example" && phraseAt(items, before.start, EXAMPLES) === 0) return { effect: "unclear" };
  if (modalsIn(items, before).length > 0) return { effect: isWholeClause(items, before) ? "relaxes" : "unclear" };
  const entry = judgeEntry(items, before, place, false);
  return entry === undefined ? judgeGone(items, before, places) : { effect: entry };
}

function modalsIn(items: readonly Item[], { start, end }: { readonly start: number; readonly end: number }): Modal[] {
  return items.slice(start, end).filter((item) => item.kind === "modal");
}

/** A demand with its subject at the end of a sentence: "…, and it MUST be signed". What was allowed is no demand. */
function isWholeClause(
  items: readonly Item[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const [first, last] = [lowerOf(items[start]), lowerOf(items[end - 1])];
  const begins = [",", ";", ".", "and"].includes(first) || ["; ", "."].includes(lowerOf(items[start - 1]));
  const isLast = end === items.length || (end === items.length - 1 && lowerOf(items[end]) === ".");
  const isBinding = modalsIn(items, { start, end }).every(({ level }) => level !== "MAY");
  return begins && isLast && isBinding && last !== ",";
}

/** The comma before the last entry of a list, and the period at the end. */
function isPunctuation(
  items: readonly Item[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (end !== start + 1) return false;
  const lower = lowerOf(items[start]);
  if (lower === ".") return end === items.length;
  const isLast = ["and", "or"].includes(lowerOf(items[end]));
  const hasComma = items.slice(Math.max(0, start - 8), start).some((item) => lowerOf(item) === ",");
  return lower === "," && isLast && hasComma;
}

function describe(removed: readonly Item[], added: readonly Item[]): string {
  const [from, to] = [shown(removed), shown(added)];
  if (from === "") return `new words: ${to}`;
  return to === "" ? `these words are gone: ${from}` : `${from} became ${to}`;
}

function shown(items: readonly Item[]): string {
  if (items.length === 0) return "";
  const text = items
    .map((item) => item.text)
    .join(" ")
    .replaceAll(/ ([,.;:)])/g, "$1");
  if (items.length === 1 && text.startsWith("`")) return text;
  return `"${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text}"`;
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
