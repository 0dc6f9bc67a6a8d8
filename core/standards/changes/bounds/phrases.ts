/** Judges phrases that come or go: conditions, exceptions, means, and what narrows a noun. */
import { directionAt, directionOfBound, effectOf } from "./direction.ts";
import type { Item } from "./item.ts";
import {
  ARTICLES,
  CONDITIONS,
  DETERMINERS,
  EXAMPLES,
  EXCEPTIONS,
  EXTENDERS,
  lowerOf,
  MANNERS,
  MEASURES,
  NEGATIONS,
  OFFERS,
  phraseAt,
  PREPOSITIONS,
  PRIVATIVES,
  RELATIVES,
  SOFTENERS,
  UNIVERSALS,
} from "./lexicon.ts";
import type { Stretch } from "./lists.ts";
import type { Place } from "./places.ts";
import type { RequirementEffect } from "../requirement-row.ts";

/** What a phrase does, and what it is called in the evidence. */
export interface PhraseJudgement {
  readonly effect: RequirementEffect;
  readonly what: "condition" | "exception" | "restriction" | "softening" | "limit" | "words";
}

const UNCLEAR: PhraseJudgement = { effect: "unclear", what: "words" };

/** What a phrase means that is new. For one that is gone, the opposite holds: see `judgeGone`. */
export function judgeNew(items: readonly Item[], stretch: Stretch, places: readonly Place[]): PhraseJudgement {
  const { start, end } = trim(items, stretch);
  const place = places[start];
  if (place?.clause === undefined || start >= end || place.clause.modal.isAmbiguous) return UNCLEAR;
  const inside = items.slice(start, end);
  if (inside.some(({ kind }) => kind === "modal")) return UNCLEAR;
  const around = { items, start, end, inside, place, outer: places[start - 1] ?? place };
  return (
    judgeSoftener(around) ??
    judgeCondition(around) ??
    judgeException(around) ??
    judgeOnly(around) ??
    judgeMeans(around) ??
    judgeLimit(around) ??
    judgeRestriction(around) ??
    UNCLEAR
  );
}

/** What a phrase means that is gone. */
export function judgeGone(items: readonly Item[], stretch: Stretch, places: readonly Place[]): PhraseJudgement {
  const { effect, what } = judgeNew(items, stretch, places);
  if (what === "words") return UNCLEAR;
  return { effect: effect === "tightens" ? "relaxes" : effect === "relaxes" ? "tightens" : effect, what };
}

interface Around {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  readonly inside: readonly Item[];
  readonly place: Place;
  /** The place of what stands before. */
  readonly outer: Place;
}

/** Without commas at the ends, and without the determiner behind a phrase at the front. */
function trim(items: readonly Item[], { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && [",", "(", ";"].includes(lowerOf(items[from]))) from += 1;
  while (to > from && [",", ")", ";", "."].includes(lowerOf(items[to - 1]))) to -= 1;
  const isDetermined = DETERMINERS.has(lowerOf(items[to - 1])) && lowerOf(items[to - 2]) === ",";
  return { start: from, end: isDetermined ? to - 2 : to };
}

function judgeSoftener({ items, start, end, place }: Around): PhraseJudgement | undefined {
  const length = phraseAt(items, start, SOFTENERS);
  const { clause, zone } = place;
  // "MUST not regularly take place": of a ban the word takes a part away.
  const isRegular =
    clause?.modal.isNegative === true &&
    ["regularly", "routinely"].includes(lowerOf(items[start])) &&
    end === start + 1;
  if ((length !== end - start && !isRegular) || clause === undefined) return undefined;
  const isKnown = clause.modal.level !== "MAY" && zone !== "exception" && zone !== "example" && zone !== "contrast";
  return { effect: isKnown ? "relaxes" : "unclear", what: "softening" };
}

function judgeCondition({ items, start, end, inside, place, outer }: Around): PhraseJudgement | undefined {
  const isOnly = lowerOf(items[start]) === "only";
  const length = phraseAt(items, isOnly ? start + 1 : start, CONDITIONS);
  const { clause } = place;
  if (length === 0 || clause === undefined) return undefined;
  const before = lowerOf(items[start - 1]);
  const isWhole = end - start > length && !EXTENDERS.has(before) && !["only", "or", "and"].includes(before);
  const isNested = !["predicate", "subject", "lead"].includes(outer.zone) && start > clause.start;
  const isContent = place.zone === "unknown";
  if (!isWhole || isNested || isContent || inside.some((item) => EXTENDERS.has(lowerOf(item)))) return UNCLEAR;
  if (lowerOf(items[start]) === "where" && !isImpersonal(items, start, inside)) return UNCLEAR;
  if (clause.hasNoSubject || clause.isExclusive) return UNCLEAR;
  if (clause.modal.level === "MAY") return { effect: clause.isRight ? "relaxes" : "tightens", what: "condition" };
  return { effect: isOnly ? "unclear" : "relaxes", what: "condition" };
}

/** "…, where the hardware permits it" limits the demand; "a zone where power is doubled" describes the zone. */
function isImpersonal(items: readonly Item[], start: number, inside: readonly Item[]): boolean {
  const isKnown = inside.some((item) =>
    /^(?:permits?|allows?|possible|feasible|applicable|practicable|available|supports?|supported)$/.test(lowerOf(item)),
  );
  return isKnown && (lowerOf(items[start - 1]) === "," || start === 0);
}

function judgeException({ items, start, end, place, outer, inside }: Around): PhraseJudgement | undefined {
  const length = phraseAt(items, start, EXCEPTIONS);
  const { clause } = place;
  if (length === 0 || clause === undefined) return undefined;
  const isNested = !["predicate", "subject", "lead"].includes(outer.zone) && start > clause.start;
  const holdsOnly = items.slice(clause.start, clause.end).some((item) => lowerOf(item) === "only");
  const isPlain = end - start > length && !isNested && !holdsOnly && !clause.hasNoSubject;
  if (!isPlain || inside.some((item) => EXTENDERS.has(lowerOf(item)))) return UNCLEAR;
  if (clause.modal.level === "MAY") return { effect: clause.isRight ? "relaxes" : "tightens", what: "exception" };
  return { effect: "relaxes", what: "exception" };
}

function judgeOnly({ items, start, end, place: { zone, clause } }: Around): PhraseJudgement | undefined {
  if (lowerOf(items[start]) !== "only" || end !== start + 1 || clause === undefined) return undefined;
  const isAllowance = clause.modal.level === "MAY" && zone === "predicate" && !clause.isRight;
  return isAllowance ? { effect: "tightens", what: "restriction" } : UNCLEAR;
}

/** How it is to be done. */
function judgeMeans({ items, start, inside, place }: Around): PhraseJudgement | undefined {
  const length = phraseAt(items, start, MANNERS);
  if (length === 0 || place.zone !== "predicate" || !isPlainPhrase(inside)) return undefined;
  return { effect: effectOf("narrower", directionAt(items, start, place)), what: "restriction" };
}

/** A number that comes with the words around it: "for more than 5 minutes", "within 3 days after release". */
function judgeLimit({ items, start, end, inside, place }: Around): PhraseJudgement | undefined {
  const bounds = inside.flatMap((item, index) => (item.kind === "bound" ? [{ item, at: start + index }] : []));
  const [bound] = bounds;
  if (bound === undefined || bounds.length > 1 || place.zone !== "predicate" || end - start > 10) return undefined;
  const words = inside.map(lowerOf).filter((lower) => lower !== "");
  const isPlain = words.every(
    (lower) =>
      !NEGATIONS.has(lower) && !EXTENDERS.has(lower) && !UNIVERSALS.has(lower) && lower !== "and" && lower !== "or",
  );
  const leading = bound.at - start;
  if (!isPlain || leading > 1 || bound.item.comparator === "up to" || bound.item.comparator === "scope")
    return undefined;
  return { effect: effectOf("narrower", directionOfBound(items, bound.at, place, bound.item)), what: "limit" };
}

/** What makes a noun mean less: an adjective before it, a phrase or a clause behind it. */
function judgeRestriction(around: Around): PhraseJudgement | undefined {
  const { items, start, inside, place } = around;
  if (!isPlainPhrase(inside) || inside.some((item) => PRIVATIVES.has(lowerOf(item)))) return undefined;
  const first = lowerOf(items[start]);
  const isBehind = PREPOSITIONS.has(first) || RELATIVES.has(first);
  if (isBehind ? inside.length < 2 : !standsBeforeNoun(around)) return undefined;
  const { clause, zone } = place;
  if (clause === undefined) return undefined;
  if (zone === "subject" || zone === "lead" || zone === "condition") {
    const direction = directionAt(items, start, place);
    return isBare(items, place, start) ? { effect: effectOf("narrower", direction), what: "restriction" } : undefined;
  }
  if (zone !== "predicate") return undefined;
  if (clause.modal.isNegative)
    return { effect: effectOf("narrower", directionAt(items, start, place)), what: "restriction" };
  if (isBehind) return judgeRecipients(around);
  return isChosen(items, clause.at, start)
    ? { effect: effectOf("narrower", directionAt(items, start, place)), what: "restriction" }
    : undefined;
}

/** Numbers, measures and exceptions before a phrase make its direction uncertain. */
function isBare(items: readonly Item[], { start: from, zone }: Place, start: number): boolean {
  const before = items.slice(from, start);
  if (zone === "subject" && before.length === 0 && PREPOSITIONS.has(lowerOf(items[start]))) return false;
  return before.every(
    (item) => item.kind === "word" && !MEASURES.has(item.lower) && !NEGATIONS.has(item.lower) && item.lower !== "such",
  );
}

/** "… to customers who ask for it", "on request": fewer have a claim. */
function judgeRecipients({ items, start, inside, place }: Around): PhraseJudgement | undefined {
  const words = inside.map(lowerOf);
  const isRequest = /^(?:on|upon|at)(?: their| its| the)? (?:request|demand)\b/.test(words.join(" "));
  const isPerson =
    (words[0] === "to" || words[0] === "for") && words.some((lower) => lower === "who" || lower === "whose");
  return (isRequest || isPerson) && directionAt(items, start, place) === "allowing"
    ? { effect: "relaxes", what: "condition" }
    : undefined;
}

/** Adjectives, with the noun behind them: a noun at the end would make another thing of it. */
function standsBeforeNoun({ items, start, end, inside }: Around): boolean {
  const next = items[end];
  const isNoun = next?.kind === "word" && next.sort === "plain" && !isFunction(next.lower);
  const before = lowerOf(items[start - 1]);
  return (
    isNoun &&
    inside.length <= 3 &&
    inside.every((item) => item.kind === "word" && item.sort === "plain" && !isFunction(item.lower)) &&
    !EXTENDERS.has(before)
  );
}

function isFunction(lower: string): boolean {
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    RELATIVES.has(lower) ||
    NEGATIONS.has(lower) ||
    EXTENDERS.has(lower) ||
    /^(?:and|or|be|is|are|was|were|if|when|where|as|it|they)$/.test(lower)
  );
}

/** What the demand brings about, not what it deals with: "by an independent auditor", "MUST use strong ciphers". */
function isChosen(items: readonly Item[], modalAt: number, start: number): boolean {
  const between = items.slice(modalAt + 1, start).map(lowerOf);
  if (between.some((lower) => UNIVERSALS.has(lower) || RELATIVES.has(lower))) return false;
  const preposition = between.findLast((lower) => PREPOSITIONS.has(lower));
  if (preposition !== undefined)
    return /^(?:by|with|using|via|through)$/.test(preposition) && ARTICLES.has(between.at(-1) ?? "");
  return OFFERS.has(between[0] ?? "");
}

/** No word of the grammar is left over in a phrase. */
function isPlainPhrase(inside: readonly Item[]): boolean {
  return inside.every((item, index) => {
    if (item.kind === "bound") return true;
    const lower = lowerOf(item);
    const isListed = lower === "and" || lower === "or" || lower === ",";
    return (
      !isListed &&
      !EXTENDERS.has(lower) &&
      !UNIVERSALS.has(lower) &&
      (index === 0 || phraseAt(inside, index, EXAMPLES) === 0) &&
      (index === 0 ? lower !== "not" && lower !== "no" : !NEGATIONS.has(lower))
    );
  });
}
