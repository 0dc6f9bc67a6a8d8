/** Judges a text that is nothing but an amount, such as the cell of a table. */
import { effectOf } from "../bounds/direction.ts";
import type { Bound } from "../bounds/item.ts";
import type { Judged } from "../bounds/judge-sentence.ts";
import { readItems } from "../bounds/read-items.ts";
import { compareRelations } from "../bounds/relations.ts";
import type { Announcement } from "./announcement.ts";

/** What it means that an amount became another; undefined where one of both texts is more than that. */
export function judgeAmount(before: string, after: string, { limit, place }: Announcement): Judged | undefined {
  const [from, to] = [readOne(before), readOne(after)];
  if (from === undefined || to === undefined) return undefined;
  const evidence = `${before} became ${after}`;
  const isBare = from.relation.kind === "exact" && to.relation.kind === "exact";
  const level = place.clause?.modal.level;
  if (isBare && limit !== undefined) {
    const change = compareRelations({ ...from.relation, kind: limit }, { ...to.relation, kind: limit });
    return { effect: effectOf(change, level === "MAY" || level === undefined ? "unknown" : "allowing"), evidence };
  }
  const change = compareRelations(from.relation, to.relation);
  if (change === "same") return { effect: "none", evidence };
  const isPlain = place.zone === "predicate" && place.clause?.modal.isNegative === false && level !== "MAY";
  return { effect: effectOf(change, isPlain ? "allowing" : "unknown"), evidence };
}

function readOne(text: string): Bound | undefined {
  const items = readItems(text);
  const [only] = items ?? [];
  return items?.length === 1 && only?.kind === "bound" ? only : undefined;
}
