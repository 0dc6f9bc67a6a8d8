/** Judges entries of lists that come, go or are joined in another way: `A, B and C`, `A or B`. */
import { directionAt, effectOf, type Direction } from "./direction.ts";
import type { Item } from "./item.ts";
import { HANDLING, isAdverb, lowerOf, NEGATIONS, RELATIVES } from "./lexicon.ts";
import type { Clause, Place } from "./places.ts";
import type { RequirementEffect } from "../requirement-row.ts";

type Conjunction = "and" | "or";

const MAX_ENTRY = 14;
/** An entry lies at most so many parts away from the word that joins its list. */
const MAX_REACH = 40;

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How the list is joined into which a stretch brings an entry; undefined where it is no entry of a list. */
export function conjunctionOf(items: readonly Item[], { start, end }: Stretch): Conjunction | "open" | undefined {
  const inside = items.slice(start, end);
  if (inside.length === 0 || inside.length > MAX_ENTRY || inside.some(({ kind }) => kind === "modal")) return undefined;
  const [first, last] = [lowerOf(inside[0]), lowerOf(inside.at(-1))];
  if (isConjunction(first) && inside.length > 1) return first;
  if (isConjunction(last) && inside.length > 1) return last;
  const isOne = first === "," || last === "," || lowerOf(items[start - 1]) === "," || lowerOf(items[end]) === ",";
  const hasText = inside.some((item) => !isPunctuation(lowerOf(item)));
  const inner = inside.map(lowerOf).find(isConjunction);
  if (!isOne || !hasText) return undefined;
  // ", X and Y" behind a list that ended before it.
  return inner ?? nearestConjunction(items, end) ?? (isAnnounced(items, start) ? "open" : undefined);
}

function isPunctuation(lower: string): boolean {
  return lower === "," || lower === ";";
}

function isConjunction(lower: string): lower is Conjunction {
  return lower === "and" || lower === "or";
}

/** The next `and` or `or`, with at most one entry between two commas. */
function nearestConjunction(items: readonly Item[], from: number): Conjunction | undefined {
  let run = 0;
  for (let index = from; index < Math.min(items.length, from + MAX_REACH); index += 1) {
    const lower = lowerOf(items[index]);
    if (isConjunction(lower)) return lower;
    if (items[index]?.kind === "modal" || lower === ";" || lower === "." || RELATIVES.has(lower)) return undefined;
    run = lower === "," ? 0 : run + 1;
    if (run > 6) return undefined;
  }
  return undefined;
}

/** "… one of the following interfaces: S3, Swift". */
function isAnnounced(items: readonly Item[], start: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - MAX_REACH); index -= 1)
    if (lowerOf(items[index]) === ":") return true;
  return false;
}

/** Whether one entry is enough. */
function isChoice(items: readonly Item[], { at }: Clause, start: number): boolean {
  const text = items
    .slice(at + 1, start)
    .map(lowerOf)
    .join(" ");
  return (
    /\b(?:one of|any of|either|at least one of|one or more of|alternatively)\b/.test(text) ||
    boundOfOne(items, at, start)
  );
}

function boundOfOne(items: readonly Item[], at: number, start: number): boolean {
  return items
    .slice(at, start)
    .some((item, index) => item.kind === "bound" && item.amount === "one" && lowerOf(items[at + index + 1]) === "of");
}

/** What an entry means that is new (or, where `isAdded` is false, gone). */
export function judgeEntry(
  items: readonly Item[],
  stretch: Stretch,
  place: Place,
  isAdded: boolean,
): RequirementEffect | undefined {
  const conjunction = conjunctionOf(items, stretch);
  const { clause, zone } = place;
  if (conjunction === undefined || clause === undefined) return undefined;
  const direction = directionAt(items, stretch.start, place);
  const added = (effect: RequirementEffect): RequirementEffect => (isAdded ? effect : opposite(effect));
  if (zone === "predicate") {
    const isWhich = mayNarrow(items, clause, stretch.start);
    if (isWhich && conjunction !== "or") return "unclear";
    if (isWhich && HANDLING.has(lowerOf(items[clause.at + 1]))) return added("tightens");
    return added(inPredicate(items, stretch.start, clause, conjunction, direction));
  }
  if (zone === "subject" || zone === "lead" || zone === "exception") {
    const isIntersection = zone === "exception" && conjunction === "and" && lowerOf(items[place.start]) === "unless";
    if (isIntersection || (conjunction === "or" && zone === "subject")) return isAdded ? "tightens" : "unclear";
    return added(effectOf("wider", direction));
  }
  if (zone === "condition") return conjunction === "or" ? added(effectOf("wider", direction)) : "unclear";
  return undefined;
}

function opposite(effect: RequirementEffect): RequirementEffect {
  if (effect === "tightens") return "relaxes";
  return effect === "relaxes" ? "tightens" : effect;
}

/** "MUST delete accounts that are expired and unused": with an entry less, more is to be deleted. */
function mayNarrow(items: readonly Item[], { at, modal }: Clause, start: number): boolean {
  const between = items.slice(at + 1, start).map(lowerOf);
  if (modal.isNegative || modal.level === "MAY") return false;
  const isActive = between[0] !== "be" && between[0] !== "have";
  return between.some((lower) => RELATIVES.has(lower)) || (isActive && between.includes("with"));
}

/** What a new entry in the predicate means. */
function inPredicate(
  items: readonly Item[],
  start: number,
  clause: Clause,
  conjunction: Conjunction | "open",
  direction: Direction,
): RequirementEffect {
  if (clause.modal.isNegative || clause.modal.level === "MAY") return effectOf("wider", direction);
  const isOneEnough = conjunction === "or" || (conjunction === "open" && isChoice(items, clause, start));
  if (!isOneEnough) {
    // "MUST reject A and B": to reject is what is demanded.
    const isPlain = direction === "allowing" || isNegativeVerb(items, clause, start);
    return isPlain && !isChoice(items, clause, start) ? "tightens" : "unclear";
  }
  return effectOf("wider", choiceDirection(items, start, clause, direction));
}

function isNegativeVerb(items: readonly Item[], { at, modal }: Clause, start: number): boolean {
  const between = items.slice(at + 1, start).map(lowerOf);
  const isFirst = /^(?:reject|refuse|deny|block|prevent|avoid|exclude|forbid|prohibit|stop)$/.test(between[0] ?? "");
  return isFirst && modal.level !== "MAY" && between.slice(1).every((lower) => !NEGATIONS.has(lower));
}

/** With `or` an entry is one more way only where the list says how a demand is fulfilled, not what it is about. */
export function choiceDirection(
  items: readonly Item[],
  start: number,
  clause: Clause,
  direction: Direction,
): Direction {
  if (direction !== "allowing" || clause.modal.isNegative || clause.modal.level === "MAY") return direction;
  const between = items.slice(clause.at + 1, start).map(lowerOf);
  if (between.some((lower) => RELATIVES.has(lower) || lower === "all" || lower === "every" || lower === "each"))
    return "unknown";
  const preposition = between.findLast(
    (lower, index) =>
      /^(?:by|with|using|via|through|in|on|at|for|to|from|of|about)$/.test(lower) &&
      !/^(?:one|any|either)$/.test(between[index - 1] ?? ""),
  );
  if (preposition !== undefined) return isMeans(preposition, between) ? "allowing" : "unknown";
  const verb = between.find((lower) => !isAdverb(lower)) ?? "";
  return CHOOSING.has(verb) || verb === "" ? "allowing" : "unknown";
}

const CHOOSING = new Set(
  "be speak use run offer have provide support implement employ contain carry include follow".split(" "),
);
const PLACED =
  /^(?:stored|kept|located|hosted|published|placed|documented|processed|deployed|written|given|encoded|provided|available|offered|sent)$/;

function isMeans(preposition: string, between: readonly string[]): boolean {
  if (/^(?:by|with|using|via|through)$/.test(preposition)) return true;
  return preposition === "in" && between.some((lower) => PLACED.test(lower));
}

/** What it means that entries are joined by the other word; undefined where that is not all that changed. */
export function judgeJoining(
  before: readonly Item[],
  removed: Stretch,
  after: readonly Item[],
  added: Stretch,
  place: Place,
): RequirementEffect | undefined {
  if (removed.end - removed.start !== 1 || added.end - added.start !== 1) return undefined;
  const [from, to] = [lowerOf(before[removed.start]), lowerOf(after[added.start])];
  if (!isConjunction(from) || !isConjunction(to) || from === to) return undefined;
  const direction = directionAt(after, added.start, place);
  const { clause, zone } = place;
  if (clause === undefined || zone === "subject" || zone === "head") return to === "and" ? "tightens" : "unclear";
  // Of a ban that holds for "A and B" nobody can say whether it holds for each.
  if (clause.modal.isNegative && zone === "predicate") return to === "or" ? "tightens" : "unclear";
  if (zone !== "predicate") return effectOf(to === "or" ? "wider" : "narrower", direction);
  return to === "and"
    ? effectOf("narrower", direction)
    : effectOf("wider", choiceDirection(after, added.start, clause, direction));
}
