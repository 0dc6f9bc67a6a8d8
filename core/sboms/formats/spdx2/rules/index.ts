import type { FindingReport } from "../../../checking/finding-report.ts";
import type { SpdxDocument } from "../spdx.ts";
import { AGENTS } from "./agents.ts";
import { DOCUMENT_FACTS } from "./document-facts.ts";
import { DOCUMENT_ID } from "./document-id.ts";
import { ELEMENT_IDS } from "./element-ids.ts";
import { LICENSE_REFERENCES } from "./license-references.ts";
import { applySpdxRule, type SpdxRule } from "./spdx-rule.ts";
import { VERIFICATION_CODE } from "./verification-code.ts";

/** In the order of the clauses. */
const SPDX_RULES: readonly SpdxRule[] = [
  DOCUMENT_FACTS,
  DOCUMENT_ID,
  ELEMENT_IDS,
  AGENTS,
  VERIFICATION_CODE,
  LICENSE_REFERENCES,
];

/** What the text of SPDX 2 wants and no schema says. */
export function checkSpdxRules(document: SpdxDocument, isStrict: boolean, report: FindingReport): void {
  for (const rule of SPDX_RULES) applySpdxRule(rule, document, isStrict, report);
}
