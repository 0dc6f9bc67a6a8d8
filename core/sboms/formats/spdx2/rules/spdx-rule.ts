import type { FindingReport } from "../../../checking/finding-report.ts";
import type { SpdxDocument } from "../spdx.ts";

/** A rule of SPDX 2 that is in the text of the standard and in no schema; one file each. */
export interface SpdxRule {
  readonly ruleId: string;
  readonly source: { readonly clause: string; readonly url: string };
  /** Names every place that breaks the rule. */
  readonly visit: (document: SpdxDocument, say: SayFault) => void;
}

/** Says what is wrong at a place. */
export type SayFault = (fault: SpdxFault) => void;

/** What is wrong at a place. */
export interface SpdxFault {
  /** JSON pointer. */
  readonly pointer: string;
  readonly message: string;
  /** What faults of this kind have in common; absent where the rule says it. */
  readonly cause?: string;
  /** Nearly all documents do it and nobody is misled: said to the strict only. */
  readonly isLetter?: boolean;
}

/** Where the standard can be read. */
export const SPDX_TEXT = "https://spdx.github.io/spdx-spec/v2.3";

/** The findings of a rule: errors for the strict, warnings for others. Linear in the document. */
export function applySpdxRule(rule: SpdxRule, document: SpdxDocument, isStrict: boolean, report: FindingReport): void {
  const { ruleId, source } = rule;
  rule.visit(document, ({ pointer, message, cause, isLetter = false }) => {
    if (isLetter && !isStrict) return;
    const kind = cause === undefined ? { ruleId } : { ruleId, cause };
    report.add(isStrict ? "error" : "warning", kind, () => ({ message, pointer, source }));
  });
}
