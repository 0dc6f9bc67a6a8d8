import type { ParsedDocument } from "#core/standards/documents/read-document.ts";
import { compareRequirements, type RequirementChange } from "#core/standards/requirements/compare-requirements.ts";

import { findDemands, type FoundDemand } from "./find-demands.ts";
import { judgeWording, type WordingJudgement } from "./judge-wording.ts";
import type { Demand, RequirementRow } from "./requirement-row.ts";

/** The demands that differ between two texts of a document, in the order of the later one, removed ones last. */
export function compareDemands(before: ParsedDocument, after: ParsedDocument): RequirementRow[] {
  if (before.text === after.text) return [];
  return compareRequirements(findDemands(before), findDemands(after)).flatMap((change): RequirementRow[] => {
    if (change.kind === "same") return [];
    return [
      {
        path: after.path,
        change: change.kind,
        ...judge(change),
        ...(change.before === undefined ? {} : { before: toDemand(change.before) }),
        ...(change.after === undefined ? {} : { after: toDemand(change.after) }),
      },
    ];
  });
}

function toDemand({ level, text, details, line, isCapitalized }: FoundDemand): Demand {
  return { level, text: details === undefined ? text : `${text} ${details}`, line, isCapitalized };
}

/** What one changed demand means for those who fulfilled the text before. */
function judge({ kind, before, after }: RequirementChange<FoundDemand>): WordingJudgement {
  if (before === undefined || after === undefined) return judgeLoneDemand(before, after);
  if (kind === "raised") {
    return after.level === "MUST"
      ? { effect: "tightens", evidence: `${before.level} became MUST` }
      : { effect: "none", evidence: `${before.level} became ${after.level}, which is advice` };
  }
  if (kind === "relaxed") return { effect: "relaxes", evidence: `${before.level} became ${after.level}` };
  if (after.level === "MUST") return judgeWording(before, after);
  return { effect: "none", evidence: after.level === "MAY" ? "an allowance in other words" : "advice in other words" };
}

function judgeLoneDemand(before: FoundDemand | undefined, after: FoundDemand | undefined): WordingJudgement {
  if (after !== undefined) {
    if (after.level === "MUST") return { effect: "tightens", evidence: "a demand that was not there" };
    return { effect: "none", evidence: after.level === "MAY" ? "a new allowance" : "new advice" };
  }
  // What was allowed expressly may be forbidden by another sentence now.
  if (before?.level === "MAY") return { effect: "unclear", evidence: "an allowance is gone" };
  return { effect: "relaxes", evidence: before?.level === "MUST" ? "a demand is gone" : "advice is gone" };
}
