import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import type { Severity } from "#core/base/finding.ts";

import type { DocumentSide } from "../change.ts";
import { findDemands, type FoundDemand } from "../find-demands.ts";
import type { RequirementRow } from "../requirement-row.ts";
import { editedDocuments, type ChangeReport, type ChangeRule } from "./change-rule.ts";

/** Whoever conforms to a Stable document conforms to it after every edit. */
export const tightening: ChangeRule = {
  id: "change/tightening",
  severity: "error",
  source: scs0001("Stabilized phase (Stable)"),
  summary: "An edit of a Stable document asks for nothing that its text did not ask for before.",
  *check(change) {
    for (const { before, after, hasSameWords, requirements } of editedDocuments(change)) {
      if (before.summary.status !== "Stable" || hasSameWords) continue;
      const isInCapitals = requirements.length > 0 && findDemands(before.document).some((one) => one.isCapitalized);
      const reports = requirements.flatMap((row) => judge(row, after, isInCapitals));
      yield* reports;
      if (reports.length > 0) continue;
      yield { side: after, ...judgeRest(requirements, after) };
    }
  },
};

/** What to say where no demand asks for more. */
function judgeRest(
  requirements: readonly RequirementRow[],
  { document }: DocumentSide,
): Pick<ChangeReport, "message" | "severity"> {
  if (findDemands(document).some(isCut)) {
    const message = "A demand is too long to be compared whole; read what changed, and make it shorter.";
    return { severity: "warning", message };
  }
  const message =
    requirements.length === 0
      ? "The words of a Stable document changed outside its demands; read them once."
      : "The demands of a Stable document changed, none of them towards more.";
  return { severity: "note", message };
}

/** The finder cuts sentences and lists at this length, in UTF-16 code units. */
const MAX_COMPARED_LENGTH = 2_000;

function isCut({ text, details = "" }: FoundDemand): boolean {
  return text.length >= MAX_COMPARED_LENGTH || details.length >= MAX_COMPARED_LENGTH;
}

function judge(row: RequirementRow, after: DocumentSide, isInCapitals: boolean): ChangeReport[] {
  if (row.effect !== "tightens" && row.effect !== "unclear") return [];
  const demand = row.after ?? row.before;
  const severity = severityOf(row, isInCapitals);
  const line = row.after === undefined ? {} : { line: row.after.line };
  const what = `${row.evidence}: "${shorten(demand?.text ?? "")}"`;
  const message =
    row.effect === "tightens"
      ? `A Stable document asks for more: ${what}. Propose a new version, or give the reason as \`waiver: …\`.`
      : `A demand of a Stable document is worded differently, read it: ${what}.`;
  return [{ side: after, message, severity, isWaivable: row.effect === "tightens", ...line }];
}

/**
 * Where a document capitalizes its key words, a lower-case one is no demand by BCP 14, though readers may take it for one;
 * where it capitalizes none, they are all that there is.
 */
function severityOf(row: RequirementRow, isInCapitals: boolean): Severity {
  if (row.effect === "unclear") return "warning";
  return isInCapitals && (row.after ?? row.before)?.isCapitalized === false ? "warning" : "error";
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
