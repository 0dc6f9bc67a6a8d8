import type { Finding } from "#core/base/finding.ts";

import { severityOf, type CheckSettings } from "./check-settings.ts";
import type { DocumentIndex } from "../documents/document-index.ts";
import { SCOPE_RULES } from "../scopes/rules/index.ts";
import type { ReadScope } from "../scopes/rules/scope-rule.ts";

/** Runs the rules about test suites and documents on the scope files of a tree. */
export function checkScopes(scopes: readonly ReadScope[], index: DocumentIndex, settings: CheckSettings): Finding[] {
  return SCOPE_RULES.flatMap((rule): Finding[] => {
    const severity = severityOf(rule, settings);
    if (severity === "off") return [];
    return [...rule.check({ scopes, index, settings })].map(({ message, place }) => ({
      ruleId: rule.id,
      severity,
      message,
      place,
      source: rule.source,
    }));
  });
}
