import type { Severity } from "#core/base/finding.ts";

import { StatusMark, type Status } from "./standards/status-mark.tsx";

const MARKS: Record<Severity, { readonly status: Status; readonly word: string }> = {
  error: { status: "fail", word: "Error" },
  warning: { status: "warn", word: "Warning" },
  note: { status: "unknown", word: "Note" },
};

/** How grave a finding is: icon, word and color. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return <StatusMark {...MARKS[severity]} />;
}
