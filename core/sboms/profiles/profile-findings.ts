import type { Finding, Severity } from "#core/base/finding.ts";

import { placeFindings, type PointedFinding } from "../checking/pointed-finding.ts";
import type { SbomContent } from "../view/sbom-content.ts";
import type { ProfileResult, RuleResult } from "./evaluate-profile.ts";
import { remedyFor, type RuleFacts, type Wording } from "./profile.ts";

const SEVERITY_OF_TIER: Readonly<Record<NonNullable<RuleFacts["tier"]>, Severity>> = {
  required: "error",
  additional: "warning",
  optional: "note",
};

/** How many, in words. */
const OUTCOMES = {
  missing: { en: "missing", de: "fehlt" },
  wrong: { en: "wrong", de: "falsch" },
  unknown: { en: "unknown", de: "unbekannt" },
  withheld: { en: "withheld", de: "zurückgehalten" },
} as const;

/**
 * The broken rules of a profile as findings with line and column, for readers of findings: one for each of the first places of a
 * rule, which tells in the first one how often it is broken. `text` is the document without a byte order mark.
 */
export function profileFindings(
  { profile, rules }: ProfileResult,
  { kind }: SbomContent,
  { text, path, language }: { readonly text: string; readonly path: string; readonly language: keyof Wording },
): readonly Finding[] {
  const findings = rules
    .filter(({ share }) => share !== undefined && share < 1)
    .flatMap((result): readonly PointedFinding[] => {
      const { id, title, clause, tier = "required", remedy } = result.rule;
      const facts = {
        ruleId: `${profile.id}/${id}`,
        severity: SEVERITY_OF_TIER[tier],
        source: { clause, url: profile.url },
      };
      const places = result.places.length > 0 ? result.places : [{ pointer: "" }];
      return places.map(({ pointer, reason }, index) => {
        const parts = [
          `${title[language]}${index === 0 ? `: ${describeCounts(result, language)}` : ""}`,
          reason?.[language],
          remedyFor(remedy, kind)[language],
        ];
        return { ...facts, pointer, message: parts.filter((part) => part !== undefined).join(". ") };
      });
    });
  return placeFindings(findings, text, path);
}

/** `2 missing, 1 wrong`. */
export function describeCounts({ counts }: Pick<RuleResult, "counts">, language: keyof Wording): string {
  return (["missing", "wrong", "unknown", "withheld"] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${OUTCOMES[outcome][language]}`)
    .join(", ");
}
