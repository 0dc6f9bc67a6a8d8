/** What the entries mean that a demand announces: does one more of them ask for more? */
import { findPlaces, type Clause, type Place } from "../bounds/places.ts";
import type { Item } from "../bounds/item.ts";
import { isAdverb, isVerbIn, lowerOf, NEGATIONS, RELATIVES } from "../bounds/lexicon.ts";
import { choiceDirection } from "../bounds/lists.ts";
import { readItems } from "../bounds/read-items.ts";
import type { RequirementEffect } from "../requirement-row.ts";

/** How what a demand announces is judged. */
export interface Announcement {
  /** What one more entry means, and one less. */
  readonly added: RequirementEffect;
  readonly removed: RequirementEffect;
  /** Where the text of the entries stands. */
  readonly place: Place;
  /** "The following maxima MUST NOT be exceeded": which way its numbers bind. */
  readonly limit: "upper" | "lower" | undefined;
}

/** Verbs of demands that are fulfilled by what the entries say. */
const FULFILLING = new Set(
  "be have fulfil fulfill satisfy meet pass keep run use provide offer comply conform follow reach guarantee ensure contain carry include consist comprise support implement stay remain observe hold set define expose deliver get list exist fit match".split(
    " ",
  ),
);
/** Sentences beside a demand that say where it does not hold. */
const EXEMPTION =
  /\b(?:exceptions?|exempt(?:ed|ions?)?|(?:does|do) not apply|(?:is|are) excluded|(?:is|are) not (?:required|needed|affected|covered)|need not)\b/i;

/** How the text is judged that stands beside a demand or that a sentence beside it announces. */
export function announcementOf(demand: string, beside?: string): Announcement {
  const items = readItems(demand) ?? [];
  const places = findPlaces(items);
  const clause = places.findLast((place) => place.clause !== undefined)?.clause;
  if (clause === undefined) return unknown();
  if (beside !== undefined) return EXEMPTION.test(beside) ? exemption(clause) : unknown(clause);
  const last = items.findLastIndex((item) => item.kind !== "word" || item.sort !== "mark");
  const zone = places[last]?.zone;
  const limit = limitOf(demand);
  if (zone === "exception") return { ...exemption(clause), limit };
  if (zone === "condition") return { ...conditions(demand, clause), limit };
  if (zone !== "predicate") return { ...unknown(clause), limit };
  return { ...inPredicate(items, last + 1, clause, limit), limit };
}

function unknown(clause?: Clause): Announcement {
  return {
    added: "unclear",
    removed: "unclear",
    place: { zone: "unknown", start: 0, clause: inner(clause) },
    limit: undefined,
  };
}

function exemption(clause: Clause): Announcement {
  const isMay = clause.modal.level === "MAY";
  return {
    added: isMay ? "tightens" : "relaxes",
    removed: isMay ? "relaxes" : "tightens",
    place: { zone: "exception", start: 0, clause: inner(clause) },
    limit: undefined,
  };
}

/** "… if all of these hold:" */
function conditions(demand: string, clause: Clause): Announcement {
  const isAll = /\ball\b/i.test(demand) && clause.modal.level !== "MAY";
  const isAny = /\b(?:any|one|either)\b/i.test(demand) && clause.modal.level !== "MAY";
  const place: Place = { zone: "condition", start: 0, clause: inner(clause) };
  if (isAll === isAny) return { ...unknown(clause), place };
  return { added: isAll ? "relaxes" : "tightens", removed: isAll ? "tightens" : "relaxes", place, limit: undefined };
}

function inPredicate(items: readonly Item[], end: number, clause: Clause, limit: Announcement["limit"]): Announcement {
  const { modal, isRight, at } = clause;
  const between = items.slice(at + 1, end).map(lowerOf);
  const verb = between.find((lower) => !isAdverb(lower) && !/^(?:also|all|the|following)$/.test(lower)) ?? "";
  const isNegated = between.some((lower) => NEGATIONS.has(lower));
  const isKnown = !isNegated && (verb === "" || isVerbIn(FULFILLING, verb) || modal.isNegative || limit !== undefined);
  const place: Place = { zone: isKnown ? "predicate" : "unknown", start: 0, clause: inner(clause) };
  if (modal.isAmbiguous) return unknown(clause);
  const flip = (effect: RequirementEffect, other: RequirementEffect): Announcement => ({
    added: effect,
    removed: other,
    place,
    limit,
  });
  if (modal.level === "MAY") return isRight ? flip("tightens", "relaxes") : flip("relaxes", "tightens");
  if (modal.isNegative) return flip("tightens", isNegated ? "unclear" : "relaxes");
  if (isChoice(items, end, clause)) {
    return choiceDirection(items, end, clause, "allowing") === "allowing" || isHeadChoice(items, clause)
      ? flip("relaxes", "tightens")
      : flip("tightens", "unclear");
  }
  // "… accounts that meet all of these:" says which accounts are meant, "… with the following headers" as well.
  const isWhich = between.some((lower) => RELATIVES.has(lower)) || (!isKnown && between.includes("with"));
  return isWhich ? { ...unknown(clause) } : flip("tightens", "relaxes");
}

function isChoice(items: readonly Item[], end: number, clause: Clause): boolean {
  const text = items
    .slice(clause.at + 1, end)
    .map((item) => item.text.toLowerCase())
    .join(" ");
  return (
    /\b(?:one of|any of|any one|either|one or more of|alternatively)\b/.test(text) ||
    /at least (?:one|two|\d+) of/.test(text) ||
    isHeadChoice(items, clause)
  );
}

/** "At least one of the following services MUST …". */
function isHeadChoice(items: readonly Item[], { subjectAt, at }: Clause): boolean {
  const subject = items.slice(subjectAt, at);
  const text = subject.map((item) => item.text.toLowerCase()).join(" ");
  return (
    /^(?:at least )?(?:one|two|three|\d+)(?: or more)? of\b|^either\b/.test(text) &&
    !subject.some((item) => RELATIVES.has(lowerOf(item)))
  );
}

/** The clause of a demand as text sees it that the demand announces: that text begins where the predicate does. */
function inner(clause: Clause | undefined): Clause | undefined {
  return clause === undefined ? undefined : { ...clause, start: 0, end: Number.MAX_SAFE_INTEGER, at: -1, subjectAt: 0 };
}

/** The direction of bare numbers, where the words say it. */
export function limitOf(text: string): "upper" | "lower" | undefined {
  const isUpper = /\b(?:maxim(?:a|um)s?|upper limits?|at most)\b/i.test(text) || /\bNOT(?:\s+be)?\s+exceed/i.test(text);
  const isLower = /\b(?:minim(?:a|um)s?|lower limits?|at least)\b/i.test(text);
  if (isUpper === isLower) return undefined;
  if (isLower) return "lower";
  return /exceed/i.test(text) || /\b(?:latency|delay|time|loss|downtime|error)/i.test(text) ? "upper" : undefined;
}
