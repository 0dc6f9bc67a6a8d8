import { compareFindings, type Finding, type Severity } from "#core/base/finding.ts";

import { DEFAULT_SETTINGS, severityOf, type CheckSettings } from "./check-settings.ts";
import { createIndex, type DocumentIndex } from "../documents/document-index.ts";
import { applyDirectives } from "./directives.ts";
import { toFinding } from "./report-finding.ts";
import { prepareDocument, type PreparedDocument } from "./prepare-document.ts";
import { UNREADABLE_RULE, type ParsedDocument } from "../documents/read-document.ts";
import { RULES } from "../rules/index.ts";
import type { RuleContext } from "../rules/parts/rule.ts";

/** What a check of one document may go by. */
export interface CheckOptions {
  /** Default: the profile `practical`. */
  readonly settings?: CheckSettings;
  /** The documents of the tree (default: just this one, and nothing is said about documents that are not there). */
  readonly index?: DocumentIndex;
}

/** Runs every rule on one document; findings are in source order. */
export function checkDocument(document: ParsedDocument, options: CheckOptions = {}): Finding[] {
  const settings = options.settings ?? DEFAULT_SETTINGS;
  const prepared = prepareDocument(document, settings.addresses);
  return checkPrepared(prepared, options.index ?? createIndex([prepared.entry], false), settings);
}

/** The same for a document that is prepared already; `others` are findings of other tools, which directives may disable too. */
export function checkPrepared(
  prepared: PreparedDocument,
  index: DocumentIndex,
  settings: CheckSettings,
  others: readonly Finding[] = [],
): Finding[] {
  const context: RuleContext = { ...prepared, summary: prepared.entry.summary, index, settings };
  const { status } = context.summary;
  const isRetired = status === "Deprecated" || status === "Rejected";
  const findings: Finding[] = [...others];
  for (const rule of RULES) {
    const severity: Severity | "off" = severityOf(rule, settings);
    if (severity === "off" || (isRetired && settings.profile.notForRetired.includes(rule.id))) continue;
    for (const report of rule.check(context))
      findings.push(toFinding(report, { ...rule, severity }, prepared.document));
  }
  return limited(applyDirectives(prepared, findings, settings).sort(compareFindings));
}

/** Most findings of one document; no person reads more, and a text of a few kilobytes can be made to give tens of thousands. */
export const MAX_FINDINGS = 1_000;

function limited(findings: readonly Finding[]): Finding[] {
  const kept = findings.slice(0, MAX_FINDINGS);
  const next = findings[MAX_FINDINGS];
  if (next === undefined) return kept;
  const { path, start } = next.place;
  const others = (findings.length - MAX_FINDINGS).toLocaleString("en");
  const message = `${others} more findings from here on are left out: repair those above first.`;
  const source = { clause: "SCS-0001, Document format" };
  kept.push({ ruleId: UNREADABLE_RULE, severity: "error", message, place: { path, start, end: start }, source });
  return kept;
}
