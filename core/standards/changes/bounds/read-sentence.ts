/** A sentence with its grammar: its parts, what each belongs to, and which way its numbers bind. */
import { boundBySubject } from "./direction.ts";
import type { Bound, Item } from "./item.ts";
import { findPlaces, type Place } from "./places.ts";
import { readItems } from "./read-items.ts";

/** A version of a sentence with its grammar. */
export interface ReadSentence {
  readonly items: readonly Item[];
  readonly places: readonly Place[];
}

/** Reads a sentence; undefined for one that is too long. `fallback` is where text without key word stands. */
export function readSentence(text: string, fallback: Place | undefined): ReadSentence | undefined {
  const items = readItems(text);
  if (items === undefined) return undefined;
  const places = findPlaces(items, fallback);
  return { items: items.map((item, index) => withSubject(items, item, index, places[index])), places };
}

function withSubject(items: readonly Item[], item: Item, index: number, place: Place | undefined): Item {
  if (item.kind !== "bound" || place === undefined) return item;
  return resolveRate(boundBySubject(items, index, place, item) ?? item, place);
}

/** A frequency alone binds from below where it is demanded; as an allowance or a ban it is what it says. */
function resolveRate(bound: Bound, { clause }: Place): Bound {
  if (bound.relation.kind !== "rate" || clause === undefined) return bound;
  const { level, isNegative } = clause.modal;
  const kind = isNegative ? "exact" : level === "MAY" ? "upper" : "lower";
  return { ...bound, relation: { ...bound.relation, kind } };
}
