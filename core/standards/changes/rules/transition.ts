import { scs0001 } from "#core/standards/rules/parts/sources.ts";
import type { DocumentStatus } from "#core/standards/documents/document-summary.ts";
import type { Severity } from "#core/base/finding.ts";

import { isSupplement } from "../classify-document.ts";
import { editedDocuments, type ChangeRule } from "./change-rule.ts";

interface Step {
  readonly severity: Severity;
  readonly reason: string;
}

const FINAL = "the end of a life is final; propose a new document or version instead";

/** Steps that are not simply allowed. SCS-0001 says both yes and no to those that are warnings. */
const STEPS: Readonly<Record<DocumentStatus, Partial<Record<DocumentStatus, Step>>>> = {
  Draft: {
    Deprecated: { severity: "warning", reason: "a Draft is `Rejected`; only what was Stable is deprecated" },
  },
  Stable: {
    Draft: { severity: "error", reason: "others rely on a Stable document; deprecate it, or propose a new version" },
    Rejected: { severity: "error", reason: "a Stable document is deprecated; rejection is for Drafts" },
  },
  Deprecated: {
    Draft: { severity: "error", reason: FINAL },
    Stable: { severity: "error", reason: FINAL },
    Rejected: { severity: "error", reason: FINAL },
  },
  Rejected: {
    Draft: { severity: "error", reason: FINAL },
    Stable: { severity: "error", reason: FINAL },
    Deprecated: { severity: "error", reason: FINAL },
  },
};

/** A status changes along the arrows of the process only. */
export const transition: ChangeRule = {
  id: "change/transition",
  severity: "error",
  source: scs0001("Process"),
  summary: "Draft becomes Stable or Rejected, Stable becomes Deprecated, and nothing comes back.",
  *check(change) {
    for (const { before, after } of editedDocuments(change)) {
      const [from, to] = [before.summary.status, after.summary.status];
      if (isSupplement(after) || from === undefined || from === to) continue;
      if (to === undefined) {
        yield {
          side: after,
          field: "status",
          message: `The status \`${from}\` is gone; expected one of the life cycle.`,
        };
        continue;
      }
      const step = STEPS[from][to];
      if (step === undefined) continue;
      const message = `\`${from}\` became \`${to}\`: ${step.reason}.`;
      yield { side: after, field: "status", severity: step.severity, message };
    }
  },
};
