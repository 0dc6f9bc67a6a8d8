/** Judges a demand that came or went as a whole. */
import type { Judged } from "./bounds/judge-sentence.ts";
import { findPlaces, type Clause } from "./bounds/places.ts";
import { readItems } from "./bounds/read-items.ts";
import type { FoundDemand } from "./find-demands.ts";

/** What it means that a demand is new, or is gone. */
export function judgeLoneDemand(before: FoundDemand | undefined, after: FoundDemand | undefined): Judged {
  if (after !== undefined) {
    if (after.level === "MUST") return { effect: "tightens", evidence: "a demand that was not there" };
    if (after.level === "SHOULD") return { effect: "tightens", evidence: "new advice" };
    return judgeNewAllowance(clauseOf(after));
  }
  if (before?.level === "MAY") {
    // What was allowed expressly may be forbidden by another sentence now.
    const isBan = clauseOf(before)?.hasNoSubject === true;
    return isBan
      ? { effect: "relaxes", evidence: "a ban is gone" }
      : { effect: "unclear", evidence: "an allowance is gone" };
  }
  return { effect: "relaxes", evidence: before?.level === "MUST" ? "a demand is gone" : "advice is gone" };
}

/** "No node MAY …" bans, "only" and "at most" limit, and a right of users is a duty of others. */
function judgeNewAllowance(clause: Clause | undefined): Judged {
  if (clause === undefined || clause.modal.isAmbiguous)
    return { effect: "unclear", evidence: "a new sentence with MAY NOT" };
  if (clause.hasNoSubject || clause.isExclusive) return { effect: "tightens", evidence: "a new limit" };
  if (clause.isRight) return { effect: "unclear", evidence: "a new right of users" };
  return { effect: "none", evidence: "a new allowance" };
}

function clauseOf({ text }: FoundDemand): Clause | undefined {
  const items = readItems(text);
  if (items === undefined) return undefined;
  return findPlaces(items).find(({ clause }) => clause !== undefined)?.clause;
}
