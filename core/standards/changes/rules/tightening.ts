import { collectNodes } from "#core/standards/documents/markdown-nodes.ts";
import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import type { Severity } from "#core/base/finding.ts";

import type { DocumentSide } from "../change.ts";
import { plainText } from "../attachments/plain-text.ts";
import { findDemands } from "../find-demands.ts";
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
      if (before.summary.status !== "Stable" || (hasSameWords && requirements.length === 0)) continue;
      const isInCapitals =
        requirements.length > 0 &&
        findDemands(before.document).some((one) => one.isCapitalized && one.level === "MUST");
      const reports = requirements.flatMap((row) => judge(row, after, isInCapitals));
      yield* reports;
      if (reports.length > 0) continue;
      yield { side: after, ...judgeRest(requirements, before, after) };
    }
  },
};

/** What to say where no demand asks for more. */
function judgeRest(
  requirements: readonly RequirementRow[],
  before: DocumentSide,
  after: DocumentSide,
): Pick<ChangeReport, "message" | "severity"> {
  if (requirements.length > 0) {
    return { severity: "note", message: "The demands of a Stable document changed, none of them towards more." };
  }
  if (factsOf(before) !== factsOf(after)) {
    const message =
      "Numbers, tables or code of a Stable document changed outside its demands; read whether a demand goes by them.";
    return { severity: "warning", message };
  }
  const message = "The words of a Stable document changed outside its demands; read them once.";
  return { severity: "note", message };
}

/** What a demand may go by without saying so: the numbers of the text, its tables and its code, in order. */
function factsOf({ document }: DocumentSide): string {
  const { text, frontMatter } = document;
  const numbers = text.slice(frontMatter.bodyStart).match(/\d+(?:[.,]\d+)*/g) ?? [];
  const nodes = collectNodes(document.markdown());
  const blocks = [...nodes.ofType("table"), ...nodes.ofType("code")].map((node) => plainText(node));
  return [...numbers, ...blocks].join("\n");
}

function judge(row: RequirementRow, after: DocumentSide, isInCapitals: boolean): ChangeReport[] {
  if (row.effect !== "tightens" && row.effect !== "unclear") return [];
  const demand = row.after ?? row.before;
  const severity = severityOf(row, isInCapitals);
  const line = row.after === undefined ? {} : { line: row.after.line };
  const what = `${row.evidence}: "${shorten(demand?.text ?? "")}"`;
  const asks = demand?.level === "SHOULD" ? "advises more" : "asks for more";
  const message =
    row.effect === "tightens"
      ? `A Stable document ${asks}: ${what}. Propose a new version, or give the reason as \`waiver: …\`.`
      : `A demand of a Stable document is worded differently, read it: ${what}.`;
  return [{ side: after, message, severity, isWaivable: row.effect === "tightens", ...line }];
}

/**
 * Where a document capitalizes what it demands, a lower-case word is no demand by BCP 14, though readers may take it for
 * one; where it capitalizes none of them, they are all that there is.
 */
function severityOf(row: RequirementRow, isInCapitals: boolean): Severity {
  if (row.effect === "unclear") return "warning";
  // Whoever leaves advice for a good reason conforms all the same.
  if ((row.after ?? row.before)?.level === "SHOULD") return "warning";
  return isInCapitals && (row.after ?? row.before)?.isCapitalized === false ? "warning" : "error";
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
