import { isCalendarDate } from "#core/base/time/calendar.ts";
import type { DocumentStatus } from "../documents/document-summary.ts";
import { setField } from "./edit-front-matter.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { summarizeDocument } from "../documents/summarize.ts";
import { failure, success, type Result } from "#core/base/result.ts";

/** A step in the life of a document (SCS-0001, "Process"). */
export interface StatusChange {
  readonly to: "Stable" | "Deprecated" | "Rejected";
  /** ISO calendar date from which the step counts. */
  readonly on: string;
  /** Documents that take its place, as file names. */
  readonly replacedBy: readonly string[];
}

/** From which status each step may be made, and the field that holds its date. */
const STEPS: Record<StatusChange["to"], { readonly from: readonly DocumentStatus[]; readonly field: string }> = {
  Stable: { from: ["Draft"], field: "stabilized_at" },
  Deprecated: { from: ["Stable"], field: "deprecated_at" },
  Rejected: { from: ["Draft"], field: "rejected_at" },
};

/** The text of a document after a step, or a sentence that says why the step is not allowed. */
export function changeStatus(document: ParsedDocument, change: StatusChange): Result<string, string> {
  const { type, status, stabilizedAt } = summarizeDocument(document);
  const { from, field } = STEPS[change.to];
  if (type === "Supplement") return failure("A supplement has no status.");
  if (change.to === "Rejected" && status === "Stable") {
    return failure("A Stable document is deprecated (`stele deprecate`); rejection is for Drafts.");
  }
  if (status === undefined || !from.includes(status)) {
    const expected = from.map((one) => `\`${one}\``).join(" or ");
    return failure(
      `The status is \`${status ?? "missing"}\`; only a document that is ${expected} becomes ${change.to}.`,
    );
  }
  if (!isCalendarDate(change.on)) return failure(`\`${change.on}\` is not a date like 2024-06-30.`);
  if (stabilizedAt !== undefined && change.on < stabilizedAt) {
    return failure(`The document is stable since ${stabilizedAt}; ${change.on} is before that.`);
  }
  if (change.to === "Stable" && change.replacedBy.length > 0) {
    return failure("Only a Deprecated or Rejected document names what replaces it.");
  }
  let text = setField(document.text, "status", change.to);
  if (change.replacedBy.length > 0) text = setField(text, "replaced_by", change.replacedBy);
  return success(setField(text, field, change.on));
}
