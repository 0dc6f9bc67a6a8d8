import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import type { DocumentStatus, DocumentSummary } from "#core/standards/documents/document-summary.ts";

import type { DocumentSide } from "../change.ts";
import { isSupplement } from "../classify-document.ts";
import { editedDocuments, type ChangeReport, type ChangeRule } from "./change-rule.ts";

const REQUIRED: Readonly<
  Partial<Record<DocumentStatus, { readonly key: keyof DocumentSummary; readonly field: string }>>
> = {
  Stable: { key: "stabilizedAt", field: "stabilized_at" },
  Deprecated: { key: "deprecatedAt", field: "deprecated_at" },
  Rejected: { key: "rejectedAt", field: "rejected_at" },
};

/** Certificates and contracts refer to these dates. */
export const dates: ChangeRule = {
  id: "change/dates",
  severity: "error",
  source: scs0001("Document format"),
  summary: "Every step has its date, and the date of a step that was made stays.",
  *check(change) {
    for (const { before, after } of editedDocuments(change)) {
      if (isSupplement(after)) continue;
      yield* judgeNewStatus(before, after);
      yield* judgeOldDates(before, after);
    }
  },
};

function* judgeNewStatus(before: DocumentSide, after: DocumentSide): Iterable<ChangeReport> {
  const { status } = after.summary;
  if (status === undefined || status === before.summary.status) return;
  const required = REQUIRED[status];
  if (required === undefined || after.summary[required.key] !== undefined) return;
  const message = `The document becomes \`${status}\` without \`${required.field}\`; give the date from which this counts.`;
  yield { side: after, field: "status", message };
}

function* judgeOldDates({ summary: before }: DocumentSide, after: DocumentSide): Iterable<ChangeReport> {
  const [was, is] = [before.stabilizedAt, after.summary.stabilizedAt];
  if (was !== undefined && was !== is && before.status !== "Draft") {
    const message = `\`stabilized_at\` was \`${was}\` and ${is === undefined ? "is gone" : `became \`${is}\``}; the day on which others could begin to rely on the document does not change.`;
    yield { side: after, field: "stabilized_at", message };
  }
  for (const key of ["deprecatedAt", "rejectedAt"] as const) {
    const [earlier, later] = [before[key], after.summary[key]];
    if (earlier === undefined || earlier === later) continue;
    const field = key === "deprecatedAt" ? "deprecated_at" : "rejected_at";
    const message = `\`${field}\` was announced as \`${earlier}\` and ${later === undefined ? "is gone" : `became \`${later}\``}; say in the description why.`;
    yield { side: after, field, severity: "warning", message };
  }
}
