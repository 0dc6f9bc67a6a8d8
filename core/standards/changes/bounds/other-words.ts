/** Judges words that took the place of others, where both are known. */
import type { RequirementEffect } from "../requirement-row.ts";
import type { Hunk } from "./align.ts";
import { directionAt, directionOfBound, effectOf } from "./direction.ts";
import type { Item } from "./item.ts";
import { lowerOf } from "./lexicon.ts";
import type { Place } from "./places.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Words on both sides of a change. */
export interface OtherWords {
  readonly from: ReadSentence;
  readonly to: ReadSentence;
  readonly hunk: Hunk;
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  readonly place: Place;
}

const ONLY = /^(?:i\.e|namely|that is)$/;
const EXAMPLE = /^(?:e\.g|for example|for instance|such as)$/;
const AT_ONCE = /^(?:immediately|instantly|at once)$/;
const SAME: readonly (readonly string[])[] = [
  ["prior to", "before"],
  ["start", "beginning"],
  ["in the event", "in case"],
  ["shall", "must"],
];
/** Documents whose editions nobody can compare by their numbers. */
const BODIES =
  /^(?:rfc|bcp|iso|iec|iso\/iec|din|en|bsi|nist|fips|ieee|itu|etsi|scs|sp|tr|pci|dss|c5|tisax|soc|version|edition)$/;

/** What it means that words became others. */
export function judgeOtherWords(words: OtherWords): RequirementEffect {
  const [from, to] = [textOf(words.removed), textOf(words.added)];
  if (SAME.some((pair) => pair.includes(from) && pair.includes(to))) return "none";
  if (isLabel(words)) return "none";
  const direction = directionAt(words.to.items, words.hunk.after.start, words.place);
  if (EXAMPLE.test(from) && ONLY.test(to)) return effectOf("narrower", exampleDirection(words));
  if (ONLY.test(from) && EXAMPLE.test(to)) return effectOf("wider", exampleDirection(words));
  const [first] = words.added;
  if (AT_ONCE.test(from) && words.added.length === 1 && first?.kind === "bound" && first.relation.kind === "upper") {
    return effectOf("wider", directionOfBound(words.to.items, words.hunk.after.start, words.place, first));
  }
  const [last] = words.removed;
  if (AT_ONCE.test(to) && words.removed.length === 1 && last?.kind === "bound" && last.relation.kind === "upper") {
    return effectOf("narrower", direction);
  }
  return isOtherName(words) ? "tightens" : "unclear";
}

/** An example stands in brackets, so its place tells nothing; the key word before it does. */
function exampleDirection({ place: { clause } }: OtherWords): "allowing" | "unknown" {
  return clause !== undefined && !clause.modal.isNegative && clause.modal.level !== "MAY" ? "allowing" : "unknown";
}

/** "R-07: Snapshots …": what comes before the colon at the front names the demand. */
function isLabel({ from, to, hunk }: OtherWords): boolean {
  const isFirst = hunk.before.start === 0 && hunk.after.start === 0 && hunk.before.end === 1 && hunk.after.end === 1;
  const hasColon = [from, to].every(({ items }) => lowerOf(items[1]) === ":");
  return isFirst && hasColon && [from, to].every(({ items }) => /^[a-z]{1,4}-?\d+$/.test(lowerOf(items[0])));
}

/** Names that programs compare, and versions: another one is another demand. */
function isOtherName({ removed, added, from, hunk, place }: OtherWords): boolean {
  const [old, fresh] = [removed[0], added[0]];
  if (removed.length !== 1 || added.length !== 1 || old?.kind !== "word" || fresh?.kind !== "word") return false;
  if (place.zone === "contrast" || place.zone === "example" || place.clause === undefined) return false;
  if (place.clause.modal.level === "MAY") return false;
  if (old.sort === "code" && fresh.sort === "code") return true;
  const name = lowerOf(from.items[hunk.before.start - 1]);
  return old.sort === "version" && fresh.sort === "version" && !BODIES.test(name);
}

function textOf(items: readonly Item[]): string {
  return items
    .map((item) => item.text.toLowerCase())
    .filter((text) => text !== "." && text !== ",")
    .join(" ");
}
