/** Direction of a demand at one of its places: who asks for more when what stands there covers more? */
import type { Bound, Item } from "./item.ts";
import {
  ARTICLES,
  CAPABILITIES,
  COST_NOUNS,
  COSTS,
  FAILURES,
  HANDLING,
  HAVING,
  isAdverb,
  isVerbIn,
  lowerOf,
  MEASURES,
  NEGATIONS,
  OFFERS,
  RELATIVES,
  STANDING,
  TRIGGERED,
  UNIVERSALS,
} from "./lexicon.ts";
import type { Clause, Place } from "./places.ts";
import type { SetChange } from "./relations.ts";
import type { RequirementEffect } from "../requirement-row.ts";

/** `covering`: more cases ask for more. `allowing`: more ways to fulfil ask for less. */
export type Direction = "covering" | "allowing" | "unknown";

/** What a change of a set means for those who are bound. */
export function effectOf(change: SetChange, direction: Direction): RequirementEffect {
  if (change === "same") return "none";
  if (change === "other") return "tightens";
  if (change === "unknown" || direction === "unknown") return "unclear";
  return (change === "wider") === (direction === "covering") ? "tightens" : "relaxes";
}

function turn(direction: Direction): Direction {
  if (direction === "unknown") return direction;
  return direction === "covering" ? "allowing" : "covering";
}

/** The direction of a phrase at a place, other than a number. */
export function directionAt(items: readonly Item[], at: number, place: Place): Direction {
  const { zone, clause } = place;
  if (clause === undefined || clause.modal.isAmbiguous) return "unknown";
  if (zone === "predicate") return turnedInside(items, at, clause, predicateOf(clause));
  if (zone === "head") return headOf(clause);
  const scope = scopeOf(clause);
  const hasNegation =
    holds(items, place.start + 1, at, NEGATIONS) || (zone === "subject" && isMeasured(items, at, clause));
  if (zone === "exception") return hasNegation ? "unknown" : turn(scope);
  if (zone === "lead" || zone === "subject" || zone === "condition") return hasNegation ? "unknown" : scope;
  return "unknown";
}

/** "The number of hosts with …", "At least two hosts with …": what is counted may be many or few. */
function isMeasured(items: readonly Item[], at: number, { subjectAt }: Clause): boolean {
  return (
    holds(items, subjectAt, at, MEASURES) ||
    items.slice(subjectAt, at).some((item) => item.kind === "bound" && item.relation.kind !== "exact")
  );
}

/** A right of users is a duty of those who grant it. The one place where this is decided. */
function forRight({ isRight }: Clause, direction: Direction): Direction {
  return isRight ? turn(direction) : direction;
}

function predicateOf(clause: Clause): Direction {
  const { modal, hasNoSubject, isExclusive } = clause;
  if (modal.level === "MAY") return hasNoSubject || isExclusive ? "covering" : forRight(clause, "allowing");
  if (hasNoSubject || isExclusive) return "unknown";
  return modal.isNegative ? "covering" : "allowing";
}

function scopeOf(clause: Clause): Direction {
  const { modal, hasNoSubject, isExclusive } = clause;
  if (modal.level === "MAY") return hasNoSubject ? "covering" : forRight(clause, "allowing");
  return hasNoSubject || isExclusive ? "unknown" : "covering";
}

/** A count of those who are bound narrows what fulfils the demand. */
function headOf(clause: Clause): Direction {
  if (clause.modal.level === "MAY") return forRight(clause, "allowing");
  return clause.modal.isNegative ? "covering" : "allowing";
}

/** What the words between the key word and a place do to its direction. */
function turnedInside(items: readonly Item[], at: number, { at: modalAt, modal }: Clause, base: Direction): Direction {
  let direction = base;
  for (let index = modalAt + 1; index < at; index += 1) {
    const lower = lowerOf(items[index]);
    if (lower === "without") direction = turn(direction);
    else if (
      modal.isNegative &&
      index <= modalAt + 2 &&
      isVerbIn(FAILURES, lower) &&
      lowerOf(items[index + 1]) === "to"
    )
      direction = turn(direction);
    // "MUST NOT be merged before two have agreed" allows it then.
    else if (modal.isNegative && (lower === "until" || lower === "before")) direction = turn(direction);
    else if (NEGATIONS.has(lower) && lower !== "only" && !isAllowedVerb(modal, index - modalAt)) return "unknown";
  }
  return direction;
}

/** "MAY refuse more than 5": to refuse is what is allowed. */
function isAllowedVerb({ level }: Clause["modal"], distance: number): boolean {
  return level === "MAY" && distance === 1;
}

/** The direction of a number. */
export function directionOfBound(items: readonly Item[], at: number, place: Place, bound: Bound): Direction {
  const { clause, zone } = place;
  if (clause === undefined) return "unknown";
  if (bound.comparator === "scope")
    return zone === "predicate" || zone === "lead" || zone === "subject" ? scopeOf(clause) : "unknown";
  // A deadline before the subject is one of the predicate.
  if (zone === "lead" && bound.comparator === "time") return predicateOf(clause);
  if (zone !== "predicate") return directionAt(items, at, place);
  const direction = turnedInside(items, at, clause, predicateOf(clause));
  if (clause.modal.isAdjective) return bound.comparator === "up to" ? "unknown" : direction;
  if (clause.modal.isNegative && isDuration(items, at, bound)) return "unknown";
  if (clause.modal.isNegative || clause.modal.level === "MAY") return direction;
  if (direction !== "allowing") return holds(items, clause.at, at, new Set(["without"])) ? direction : "unknown";
  return directionOfObject(items, at, clause, bound);
}

/** "MUST NOT be deleted for at least 30 days": the ban lasts as long, and what is banned may as well. */
function isDuration(items: readonly Item[], at: number, { comparator, relation }: Bound): boolean {
  return lowerOf(items[at - 1]) === "for" && comparator === "adverb" && relation.kind === "lower";
}

/** In the predicate of a positive demand the verb decides what a number is about. */
function directionOfObject(items: readonly Item[], at: number, clause: Clause, bound: Bound): Direction {
  const verb = readVerb(items, clause);
  if (bound.comparator === "up to") {
    if (verb.isAbility || isVerbIn(CAPABILITIES, verb.lower)) return "covering";
    return isVerbIn(COSTS, verb.lower) ? "allowing" : "unknown";
  }
  const isUpper = bound.relation.kind === "upper";
  if (verb.isAbility && isUpper && bound.relation.value.dimension !== "time") return "unknown";
  const link = linkOf(items, verb.at, at, bound);
  if (isTrigger(items, at, verb, bound)) return "unknown";
  if (link === "direct") return at === clause.at + 1 || isKnownDirect(verb.lower, bound) ? "allowing" : "unknown";
  if (link === "each") return "covering";
  if (HANDLING.has(verb.lower) && isWhich(items, verb.at, at)) return "covering";
  if (link === "means") return "allowing";
  const isOffer =
    !verb.isPassive && OFFERS.has(verb.lower) && !(isUpper && (verb.isAbility || isVerbIn(CAPABILITIES, verb.lower)));
  return link === "object" && isOffer ? "allowing" : "unknown";
}

/** "MUST delete accounts that have been idle for more than …": which of them; "with" may also say with what. */
function isWhich(items: readonly Item[], verbAt: number, at: number): boolean {
  const isMixed =
    lastIndex(items, verbAt + 1, at, (lower) => INSTRUMENTS.has(lower) || lower === "to" || UNIVERSALS.has(lower)) >= 0;
  const isNear = at - verbAt <= 7 && lastIndex(items, verbAt + 1, at, (lower) => NEGATIONS.has(lower)) < 0;
  return isNear && !isMixed;
}

/** "An alarm MUST be raised above 90 %", "… locked after more than 5 attempts": the number says when, not how much. */
function isTrigger(items: readonly Item[], at: number, verb: Verb, { comparator, relation }: Bound): boolean {
  if (TRIGGERED.has(verb.lower)) return true;
  const [before, behindVerb] = [lowerOf(items[at - 1]), lowerOf(items[verb.at + 1])];
  // "MUST run with at least 2 GiB" may say what it gets or what it must do with.
  if (STANDING.has(verb.lower) && /^(?:with|on|at|under|in|within)$/.test(behindVerb)) return true;
  if (LOCATIONS.has(before) && !/^(?:in|for|to)$/.test(before) && !(before === "after" && relation.kind === "upper"))
    return true;
  const isEvent =
    verb.isPassive && comparator === "adjective" && relation.isStrict && !/^(?:by|in|for|to)$/.test(before);
  return (
    isEvent &&
    !/^(?:kept|held|maintained|set|limited|built|made|filled|loaded|used|full)$/.test(lowerOf(items[verb.at]))
  );
}

/** "MUST keep at least 3" is plain; "MUST refuse more than 3" is not. */
function isKnownDirect(verb: string, { comparator, relation }: Bound): boolean {
  return comparator !== "adjective" || relation.kind === "exact" || HAVING.has(verb);
}

interface Verb {
  readonly lower: string;
  readonly at: number;
  readonly isPassive: boolean;
  /** "be able to", "be possible to". */
  readonly isAbility: boolean;
}

function readVerb(items: readonly Item[], { at }: Clause): Verb {
  let index = at + 1;
  while (isAdverb(lowerOf(items[index])) || /^(?:also|always|then|only|each|all|both)$/.test(lowerOf(items[index])))
    index += 1;
  if (lowerOf(items[index]) !== "be")
    return { lower: lowerOf(items[index]), at: index, isPassive: false, isAbility: false };
  const next = index + 1;
  if (/^(?:able|possible|capable|allowed|free)$/.test(lowerOf(items[next]))) {
    const verbAt = items.findIndex((item, place) => place > next && lowerOf(item) === "to") + 1;
    return verbAt === 0
      ? { lower: "be", at: index, isPassive: false, isAbility: true }
      : { lower: lowerOf(items[verbAt]), at: verbAt, isPassive: false, isAbility: true };
  }
  const isParticiple = /(?:ed|en|pt|lt|ld|nt|de|un|ut|wn|ne|id)$/.test(lowerOf(items[next]));
  return { lower: "be", at: isParticiple ? next : index, isPassive: isParticiple, isAbility: false };
}

/** How a number hangs on its verb. */
type Link = "direct" | "object" | "means" | "each" | "unknown";

const INSTRUMENTS = new Set("with by using via through".split(" "));
const LOCATIONS = new Set("on in at for to from across about after before during against".split(" "));

/**
 * `direct` where nothing that has a size of its own stands between verb and number; `object` where the number tells of
 * which size the object is; `each` where it tells which of all objects are meant.
 */
function linkOf(items: readonly Item[], verbAt: number, at: number, bound: Bound): Link {
  const relative = lastIndex(items, verbAt + 1, at, (lower) => RELATIVES.has(lower));
  const marker = markerBefore(items, verbAt, at);
  const before = lowerOf(items[at - 1]);
  const isAdjectival =
    bound.comparator === "adjective" && at - 1 > verbAt && !INSTRUMENTS.has(before) && !LOCATIONS.has(before);
  if (relative >= 0) return linkOfRelative(items, verbAt, relative, at);
  const nounAt = marker >= 0 ? marker : isAdjectival ? at : -1;
  if (nounAt < 0 || nounAt === verbAt + 1) return "direct";
  if (isUniversal(items, verbAt, nounAt)) return lowerOf(items[nounAt]) === "with" ? "unknown" : "each";
  // "Logs of requests of more than …": two nouns, and the number may tell which of them are meant.
  if (lastIndex(items, verbAt + 1, nounAt, isMarker) >= 0) return "unknown";
  const preposition = lastIndex(items, verbAt + 1, nounAt, (lower) => INSTRUMENTS.has(lower) || LOCATIONS.has(lower));
  if (preposition < 0) return "object";
  if (INSTRUMENTS.has(lowerOf(items[preposition]))) return "means";
  const isPlace = ["in", "on"].includes(lowerOf(items[preposition]));
  return isPlace && ["a", "an"].includes(lowerOf(items[preposition + 1])) ? "means" : "unknown";
}

/** "Every manifest whose size is …" says which are meant, "a subnet that holds …" what there must be. */
function linkOfRelative(items: readonly Item[], verbAt: number, relative: number, at: number): Link {
  if (at - relative > 3) return "unknown";
  if (isUniversal(items, verbAt, relative)) return "each";
  const isOne = ["a", "an"].includes(lowerOf(items[verbAt + 1]));
  const isNear =
    lastIndex(
      items,
      verbAt + 2,
      relative,
      (lower) => isMarker(lower) || INSTRUMENTS.has(lower) || LOCATIONS.has(lower),
    ) < 0;
  return isOne && isNear && isVerbIn(HAVING, lowerOf(items[at - 1])) ? "object" : "unknown";
}

/** "of at least 5": the word that hangs a number on the noun before it. */
function markerBefore(items: readonly Item[], verbAt: number, at: number): number {
  const last = ARTICLES.has(lowerOf(items[at - 1])) ? at - 2 : at - 1;
  return last > verbAt && isMarker(lowerOf(items[last])) ? last : -1;
}

/** Whether the noun before a place is one of all: "every volume", with nothing between that begins another noun. */
function isUniversal(items: readonly Item[], verbAt: number, nounAt: number): boolean {
  const universal = lastIndex(items, verbAt, nounAt, (lower) => UNIVERSALS.has(lower));
  const starts = (lower: string): boolean => ARTICLES.has(lower) || INSTRUMENTS.has(lower) || LOCATIONS.has(lower);
  return universal >= 0 && lastIndex(items, universal + 1, nounAt, starts) < 0;
}

function isMarker(lower: string): boolean {
  return RELATIVES.has(lower) || lower === "of" || lower === "with" || lower === "having";
}

function lastIndex(items: readonly Item[], from: number, to: number, matches: (lower: string) => boolean): number {
  for (let index = to - 1; index >= from; index -= 1) if (matches(lowerOf(items[index]))) return index;
  return -1;
}

function holds(items: readonly Item[], from: number, to: number, known: ReadonlySet<string>): boolean {
  return lastIndex(items, from, to, (lower) => known.has(lower)) >= 0;
}

/** "The provider MAY limit users to 80": to fewer, the more it takes from them. */
function isAllowedLimit(items: readonly Item[], at: number, { at: modalAt, modal, isRight }: Clause): boolean {
  const isLimit =
    /^(?:limit|restrict|cap|throttle|reduce)$/.test(lowerOf(items[modalAt + 1])) && lowerOf(items[at - 1]) === "to";
  return modal.level === "MAY" && !isRight && isLimit;
}

/** "The maximum latency MUST be 10 ms": a number without comparator whose subject sets its direction. */
export function boundBySubject(items: readonly Item[], at: number, place: Place, bound: Bound): Bound | undefined {
  const { clause } = place;
  if (clause === undefined || bound.relation.kind !== "exact" || bound.comparator !== "none" || clause.modal.isNegative)
    return undefined;
  if (isAllowedLimit(items, at, clause))
    return { ...bound, comparator: "adverb", relation: { ...bound.relation, kind: "lower" } };
  const between = items
    .slice(clause.at + 1, at)
    .map(lowerOf)
    .join(" ");
  if (!/^be(?: set to| limited to)?$/.test(between)) return undefined;
  const subject = items.slice(clause.subjectAt, clause.at).map(lowerOf);
  const isMinimum = subject.some((lower) => /^(?:minimum|minimal|min)$/.test(lower));
  const isMaximum = subject.some((lower) => /^(?:maximum|maximal|max)$/.test(lower));
  if (isMinimum === isMaximum) return undefined;
  if (isMaximum && !subject.some((lower) => COST_NOUNS.has(lower)))
    return { ...bound, relation: { ...bound.relation, kind: "unknown" } };
  return { ...bound, comparator: "adverb", relation: { ...bound.relation, kind: isMinimum ? "lower" : "upper" } };
}
