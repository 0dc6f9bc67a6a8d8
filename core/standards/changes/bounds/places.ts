/** Says of every part of a sentence what it belongs to: the subject, the predicate, a condition, an exception … */
import type { Item, Modal } from "./item.ts";
import { CONDITIONS, CONTRASTS, EXAMPLES, EXCEPTIONS, lowerOf, phraseAt, USERS } from "./lexicon.ts";

/** What a part of a sentence belongs to. */
export type Zone =
  | "lead"
  | "subject"
  | "head"
  | "predicate"
  | "condition"
  | "exception"
  | "contrast"
  | "example"
  | "unknown";

/** A sentence or a part of it with one key word. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Index of its key word. */
  readonly at: number;
  readonly modal: Modal;
  /** Where its subject begins. */
  readonly subjectAt: number;
  /** "No node MAY …". */
  readonly hasNoSubject: boolean;
  /** "Only the ports …". */
  readonly isExclusive: boolean;
  /** Whether it grants a right to users. */
  readonly isRight: boolean;
}

/** Where a part of a sentence stands. */
export interface Place {
  readonly zone: Zone;
  /** Where the zone begins. */
  readonly start: number;
  readonly clause: Clause | undefined;
}

/** Prepositions that begin a sentence and say where or when its demand holds. */
const LEADS = new Set("for of on in at during with after throughout across regarding before".split(" "));
/** Those that say how or until when it is fulfilled. */
const MEANS = new Set("by via through using within".split(" "));

/** The place of every item of a sentence; `fallback` is that of a sentence without key word. */
export function findPlaces(items: readonly Item[], fallback?: Place): Place[] {
  const at = [...items.keys()].filter((index) => items[index]?.kind === "modal");
  const unknown: Place = fallback ?? { zone: "unknown", start: 0, clause: undefined };
  const places = items.map(() => unknown);
  for (const [index, modalAt] of at.entries()) {
    const start = index === 0 ? 0 : boundaryBefore(items, at[index - 1] ?? 0, modalAt);
    const following = at[index + 1];
    const end = following === undefined ? items.length : boundaryBefore(items, modalAt, following);
    if (isRelative(items, modalAt) && at.length > 1) return items.map(() => unknown);
    markClause(items, start, modalAt, end, places);
  }
  return places;
}

/** "Volumes that MAY be shared MUST …": which key word binds whom is not for this grammar; "flavors that MUST exist" is. */
function isRelative(items: readonly Item[], at: number): boolean {
  return ["that", "which", "who"].includes(lowerOf(items[at - 1]));
}

/** Where the clause of the second of two key words begins. */
function boundaryBefore(items: readonly Item[], first: number, second: number): number {
  for (const isBoundary of [isStop, isComma, isAnd]) {
    for (let index = second - 1; index > first; index -= 1) if (isBoundary(lowerOf(items[index]))) return index + 1;
  }
  return second;
}

const isStop = (lower: string): boolean => lower === ";" || lower === ".";
const isComma = (lower: string): boolean => lower === ",";
const isAnd = (lower: string): boolean => ["and", "but", "or", "while", "whereas"].includes(lower);

function markClause(items: readonly Item[], start: number, at: number, end: number, places: Place[]): void {
  const modal = items[at];
  if (modal?.kind !== "modal") return;
  const leads = findLeads(items, skipAnd(items, start), at);
  const subjectAt = leads.at(-1)?.end ?? skipAnd(items, start);
  const first = lowerOf(items[subjectAt]);
  const clause: Clause = {
    start,
    end,
    at,
    modal,
    subjectAt,
    hasNoSubject: first === "no" || first === "none" || first === "neither",
    isExclusive: first === "only",
    isRight: modal.level === "MAY" && !modal.isNegative && isUser(items, subjectAt, at, end),
  };
  for (const { zone, from, end: to } of leads) fill(items, places, { zone, start: from, clause }, from, to);
  const subject = isRelative(items, at) ? "unknown" : modal.isAdjective ? "predicate" : "subject";
  fill(items, places, { zone: subject, start: subjectAt, clause }, subjectAt, at);
  if (subject === "subject") markHead(items, places, clause);
  fill(items, places, { zone: modal.isAdjective ? "lead" : "predicate", start: at + 1, clause }, at + 1, end);
  places[at] = { zone: "predicate", start: at, clause };
}

function skipAnd(items: readonly Item[], start: number): number {
  return isAnd(lowerOf(items[start])) ? start + 1 : start;
}

/** The phrases before the subject, each with a comma behind it. */
function findLeads(items: readonly Item[], start: number, at: number): { zone: Zone; from: number; end: number }[] {
  const leads: { zone: Zone; from: number; end: number }[] = [];
  for (let from = start; from < at;) {
    const zone = leadZone(items, from);
    const comma = zone === undefined ? -1 : commaAfter(items, from, at);
    if (zone === undefined || comma < 0) {
      if (zone === "condition" || zone === "exception") leads.push({ zone: "unknown", from, end: at });
      break;
    }
    leads.push({ zone, from, end: comma + 1 });
    from = comma + 1;
  }
  return leads;
}

function leadZone(items: readonly Item[], at: number): Zone | undefined {
  const item = items[at];
  if (item?.kind === "bound") {
    if (item.comparator === "scope" || item.comparator === "time") return "lead";
    const isFollowed = lowerOf(items[at + 1]) === ",";
    return isFollowed && (item.relation.kind === "rate" || item.comparator === "adverb") ? "predicate" : undefined;
  }
  if (phraseAt(items, at, EXCEPTIONS) > 0) return "exception";
  if (phraseAt(items, at, CONDITIONS) > 0) return "condition";
  const lower = lowerOf(item);
  return MEANS.has(lower) ? "predicate" : LEADS.has(lower) ? "lead" : undefined;
}

/** The comma that ends a phrase: outside brackets, and not between the parts of a list. */
function commaAfter(items: readonly Item[], from: number, to: number): number {
  let depth = 0;
  for (let index = from; index < to; index += 1) {
    const lower = lowerOf(items[index]);
    if (lower === "(") depth += 1;
    if (lower === ")") depth -= 1;
    if (lower === "," && depth === 0) return index;
  }
  return -1;
}

/** Fills a stretch with its zone; what a marker inside it begins gets its own. */
function fill(items: readonly Item[], places: Place[], place: Place, from: number, to: number): void {
  let current = place;
  let bracket = -1;
  for (let index = from; index < to; index += 1) {
    const lower = lowerOf(items[index]);
    const marked =
      index === from && place.zone !== "predicate" && place.zone !== "subject" ? undefined : markerAt(items, index);
    if (lower === "(" && bracket < 0) bracket = index;
    if (marked !== undefined) current = { ...place, zone: marked, start: index };
    places[index] = current;
    const closes =
      lower === ")" ||
      (lower === "," && (current.zone === "contrast" || current.zone === "example" || place.zone === "subject"));
    if (closes) current = place;
  }
}

function markerAt(items: readonly Item[], at: number): Zone | undefined {
  if (phraseAt(items, at, CONTRASTS) > 0) return "contrast";
  if (phraseAt(items, at, EXAMPLES) > 0) return "example";
  if (phraseAt(items, at, EXCEPTIONS) > 0) return "exception";
  const isContent = /^(?:check|checks|verify|test|see|determine|decide|ask|know|whether)$/.test(lowerOf(items[at - 1]));
  return phraseAt(items, at, CONDITIONS) > 0 && lowerOf(items[at]) !== "should"
    ? isContent
      ? "unknown"
      : "condition"
    : undefined;
}

/** A number that begins the subject counts those who are bound: "At least two reviewers MUST …". */
function markHead(items: readonly Item[], places: Place[], { subjectAt, at }: Clause): void {
  for (let index = subjectAt; index < at; index += 1) {
    const item = items[index];
    const place = places[index];
    if (item?.kind === "bound" && place !== undefined) places[index] = { ...place, zone: "head" };
    if (!["only", "also", "the", "a", "in", "total"].includes(lowerOf(item))) return;
  }
}

function isUser(items: readonly Item[], subjectAt: number, at: number, end: number): boolean {
  const isBound = (index: number): boolean => USERS.has(lowerOf(items[index]));
  for (let index = subjectAt; index < Math.min(at, subjectAt + 3); index += 1) if (isBound(index)) return true;
  for (let index = at + 1; index < end; index += 1) {
    const isAgent = lowerOf(items[index]) === "by" && [1, 2].some((step) => isBound(index + step));
    if (isAgent) return true;
  }
  return false;
}
