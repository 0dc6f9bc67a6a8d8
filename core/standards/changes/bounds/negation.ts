/** Judges a demand that became a ban, or a ban that became a demand: often the same in other words. */
import type { RequirementEffect } from "../requirement-row.ts";
import type { Bound, Item, Modal } from "./item.ts";
import { FAILURES, isVerbIn, lowerOf } from "./lexicon.ts";
import { compareRelations, type Relation } from "./relations.ts";

const NEGATIVE = /^(?:un|in|im|ir|il|dis|non)[a-z-]{3,}|less$/;
const WORDS =
  /^(?:missing|lack|absent|empty|without|no|not|older|fewer|less|more|below|above|exceed|exceeded|longer|shorter|disabled|off|lost|skipped|omitted|forgotten)$/;

/** What it means that the one key word of a sentence turned; undefined where none did. */
export function judgeTurned(
  before: readonly Item[],
  after: readonly Item[],
): { readonly effect: RequirementEffect; readonly evidence: string } | undefined {
  const [from, to] = [modalsOf(before), modalsOf(after)];
  const [earlier, later] = [from[0], to[0]];
  const isOne = from.length === 1 && to.length === 1 && earlier !== undefined && later !== undefined;
  if (!isOne || earlier.isNegative === later.isNegative || earlier.isAmbiguous || later.isAmbiguous) return undefined;
  if (earlier.level === "MAY" || later.level === "MAY") return undefined;
  const [bound, ...more] = boundsOf(before);
  const [other, ...rest] = boundsOf(after);
  const evidence = `${earlier.text} became ${later.text}, with other words`;
  if (bound !== undefined && other !== undefined && more.length === 0 && rest.length === 0) {
    return { effect: compareTurned(bound.relation, earlier, other.relation, later), evidence };
  }
  if (countNegative(before) !== countNegative(after)) return { effect: "unclear", evidence };
  return { effect: "tightens", evidence: "a demand became a prohibition or the other way round" };
}

/** "MUST NOT be more than 5" and "MUST be at most 5": what one forbids is what the other leaves out. */
function compareTurned(before: Relation, earlier: Modal, after: Relation, later: Modal): RequirementEffect {
  const change = compareRelations(
    earlier.isNegative ? complement(before) : before,
    later.isNegative ? complement(after) : after,
  );
  if (change === "same" || change === "wider") return "unclear";
  return "tightens";
}

function complement(relation: Relation): Relation {
  const { kind, isStrict } = relation;
  if (kind === "lower" || kind === "upper")
    return { ...relation, kind: kind === "lower" ? "upper" : "lower", isStrict: !isStrict };
  return { ...relation, kind: "unknown" };
}

function countNegative(items: readonly Item[]): number {
  return items.filter((item) => {
    const lower = lowerOf(item);
    return WORDS.test(lower) || NEGATIVE.test(lower) || isVerbIn(FAILURES, lower);
  }).length;
}

function modalsOf(items: readonly Item[]): Modal[] {
  return items.filter((item) => item.kind === "modal");
}

function boundsOf(items: readonly Item[]): Bound[] {
  return items.filter((item) => item.kind === "bound");
}
