import type { Finding, Place, Severity } from "#core/base/finding.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";
import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { rulePage } from "#core/standards/checking/rule-page.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";

import packageJson from "../../../package.json" with { type: "json" };

import { fingerprints } from "./fingerprint.ts";
import { messageWithPlaces, ruleUrl, type CheckReport, type Format } from "./format.ts";

const LEVEL: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", note: "note" };
/** Every rule that has a page. */
const LISTED = [...RULES, ...SCOPE_RULES, ...COMMON_RULES];
/** GitHub code scanning reads no more results of one run; it shows the first 5,000. */
const MAX_RESULTS = 25_000;

/** SARIF 2.1.0 for code scanning. Columns count UTF-16 code units, as `columnKind` says. */
export const formatSarif: Format = (report, { isSummary }) => {
  const findings = isSummary ? [] : report.findings.slice(0, MAX_RESULTS);
  const ruleIds = [...new Set(findings.map((finding) => finding.ruleId))].sort();
  const prints = fingerprints(findings);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "stele",
            ...(report.siteAddress === undefined ? {} : { informationUri: `${report.siteAddress}/docs/rules` }),
            semanticVersion: packageJson.version,
            rules: ruleIds.map((id) => describeRule(id, report)),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding, index) => describeResult(finding, ruleIds, prints[index] ?? "", report)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function describeRule(id: string, report: CheckReport): object {
  const { findings } = report;
  const rule = LISTED.find((candidate) => candidate.id === rulePage(id));
  const url = ruleUrl(id, report);
  const first = findings.find((finding) => finding.ruleId === id);
  const summary = rule?.summary ?? first?.source.clause ?? id;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} (${rule?.source.clause ?? first?.source.clause ?? ""})` },
    ...(url === undefined ? {} : { helpUri: url }),
    help:
      url === undefined
        ? { text: `${summary} See: stele explain ${rulePage(id)}` }
        : { text: `${summary} See ${url}`, markdown: `${summary} [More](${url})` },
    defaultConfiguration: { level: LEVEL[rule?.severity ?? first?.severity ?? "warning"] },
    properties: { tags: ["documents"] },
  };
}

function describeResult(
  finding: Finding,
  ruleIds: readonly string[],
  fingerprint: string,
  report: CheckReport,
): object {
  const { ruleId, severity, place, occurrences } = finding;
  const artifactLocation = { uri: encodeURI(place.path), uriBaseId: "%SRCROOT%" };
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: LEVEL[severity],
    message: { text: messageWithPlaces(finding) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(place) } }],
    // One result for one cause, however often it is there (SARIF 2.1.0, 3.27.8 and 3.27.22).
    ...(occurrences === undefined
      ? {}
      : {
          occurrenceCount: occurrences.count,
          relatedLocations: occurrences.morePlaces.map((more, index) => ({
            id: index + 1,
            physicalLocation: { artifactLocation, region: regionOf(more) },
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...describeFix(finding, artifactLocation, report),
  };
}

function regionOf({ start, end }: Place): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function describeFix({ fix, place }: Finding, artifactLocation: object, { textOf }: CheckReport): object {
  if (fix === undefined || fix.edits.length === 0) return {};
  const lines = createLineIndex((textOf(place.path) ?? "").replace(/^\uFEFF/, ""));
  const replacements = fix.edits.map(({ start, end, text }) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return {
      deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      insertedContent: { text },
    };
  });
  return { fixes: [{ description: { text: fix.description }, artifactChanges: [{ artifactLocation, replacements }] }] };
}
