import type { Finding } from "#core/base/finding.ts";

import { COMMON_RULES } from "./common-rules.ts";

/** A finding as machines get it: with the path of its rule's page on any Stele. */
export interface LinkedFinding extends Finding {
  readonly docs: string;
}

/**
 * The name of the page that explains a rule: its id, or the family's for rules that share a page (`markdownlint/MD009`,
 * `config-schema`, `scope-date`).
 */
export function rulePage(ruleId: string): string {
  const family = ruleId.split("/", 1)[0] ?? ruleId;
  return COMMON_RULES.find((rule) => rule.members?.includes(family) === true)?.id ?? family;
}

/** The path of the page that explains a rule: `/docs/rules/slug-start`. */
export function ruleDocsPath(ruleId: string): string {
  return `/docs/rules/${encodeURIComponent(rulePage(ruleId))}`;
}

/** Adds to a finding where its rule is explained. */
export function linkFinding(finding: Finding): LinkedFinding {
  return { ...finding, docs: ruleDocsPath(finding.ruleId) };
}
