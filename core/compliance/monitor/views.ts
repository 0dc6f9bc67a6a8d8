/** The monitor's views as Markdown, which docs pages pull; the site has pages of its own for people. */
import { slug } from "github-slugger";

import type { LiveResult, ScopeEvaluation } from "../standing/evaluate.ts";
import { MAIN_TARGET, type Scope, type Validity } from "#core/standards/scopes/scope.ts";
import type { ShownInvocation, ShownReport } from "../results/show-report.ts";
import { CLOUD_HEADINGS, cloudCells, type DescribedCloud } from "./cloud-columns.ts";
import { escapeMarkdown, markdownLink, markdownTable } from "./markdown.ts";
import { tableCell } from "./table-cell.ts";

/** Where the links of a view lead; without trailing slash, empty for links relative to the root. */
export interface ViewLinks {
  readonly base: string;
  /** Drafts are shown (`…_full`). */
  readonly isFull: boolean;
}

/** A row of the table of clouds. */
export interface TableRow extends DescribedCloud {
  /** Symbol and versions, as `tableCell` writes them. */
  readonly cell: string;
  readonly isCertified: boolean;
}

/** What is shown of a scope: the clouds that take part, with their symbol and versions. */
export interface TableSection {
  readonly scope: Scope;
  readonly rows: readonly TableRow[];
}

/** `GET /markdown/table`; where the list is cut, with the address of its next part. */
export function tableView(sections: readonly TableSection[], links: ViewLinks, nextHref?: string): string {
  const legend =
    "Versions are marked * for drafts, † for versions about to retire, †† for retired ones. " +
    "✅ passes, ✅* passes with tests that gave no verdict, 🟧 lacks results or retires soon, 🛑 fails or has no results.";
  const more = nextHref === undefined ? [] : [markdownLink("More clouds", nextHref)];
  return [legend, ...sections.map((section) => sectionView(section, links)), ...more].join("\n\n");
}

/** Certified clouds, then those that only take the tests; a list without clouds is left out. */
function sectionView({ scope, rows }: TableSection, links: ViewLinks): string {
  const name = escapeMarkdown(scope.name);
  const lists = [
    { title: `${name}: certified`, listed: rows.filter(({ isCertified }) => isCertified) },
    { title: `${name}: tested, not certified`, listed: rows.filter(({ isCertified }) => !isCertified) },
  ].filter(({ listed }) => listed.length > 0);
  if (lists.length === 0) return `### ${name}\n\nNo cloud takes part.`;
  const header = [...CLOUD_HEADINGS, name];
  return lists
    .map(({ title, listed }) => {
      return `### ${title}\n\n${markdownTable(
        header,
        listed.map((row) => tableRow(scope, row, links)),
      )}`;
    })
    .join("\n\n");
}

function tableRow(scope: Scope, row: TableRow, links: ViewLinks): string[] {
  return [...cloudCells(row), `[${row.cell}](${detailUrl(row.subject, scope, links)})`];
}

/** The address of the detail view of a subject or group. */
export function detailUrl(subject: string, scope: Scope, { base, isFull }: ViewLinks): string {
  return `${base}/page/${isFull ? "detail_full" : "detail"}/${encodeURIComponent(subject)}/${scope.uuid}`;
}

/** A member of what a detail view shows: the subject itself, or one of a group. */
export interface DetailMember {
  readonly subject: string;
  readonly evaluation: ScopeEvaluation;
}

/** `GET /markdown/detail/<subject>/<scope>`: per member the testcases by outcome, the gravest first. */
export function detailView(scope: Scope, members: readonly DetailMember[], links: ViewLinks): string {
  const intro =
    members.length > 1 ? members.map(({ subject }) => `- [${escapeMarkdown(subject)}](#${slug(subject)})`) : [];
  return [
    ...(intro.length === 0 ? [] : [intro.join("\n")]),
    ...members.map((member) => memberDetail(scope, member, links)),
  ].join("\n\n");
}

function memberDetail(scope: Scope, { subject, evaluation }: DetailMember, links: ViewLinks): string {
  const { relevant, buckets, results, versions } = evaluation;
  const shown = versions.filter(({ version }) => relevant.includes(version.name)).map(({ version }) => version);
  const rows = [
    ...buckets.failed.map((id) => [id, isDemanded(scope, id) ? "🛑 FAIL" : "🟧 FAIL"] as const),
    ...buckets.missing.map((id) => [id, "❓ MISSING"] as const),
    ...buckets.aborted.map((id) => [id, "❔ DNF"] as const),
    ...buckets.passed.map((id) => [id, "✅ pass"] as const),
  ].map(([id, outcome]) => [
    testcaseLink(scope, id),
    withEvidence(outcome, results.get(id), links),
    ...shown.map(({ targets }) => (targets.get(MAIN_TARGET)?.includes(id) === true ? "X" : "")),
  ]);
  const header = ["Test case", "Result", ...shown.map(({ name }) => escapeMarkdown(name))];
  const standing = `${tableCell(evaluation)} – ${escapeMarkdown(scope.name)}`;
  return [
    `## ${escapeMarkdown(subject)}`,
    standing,
    rows.length === 0 ? "No results." : markdownTable(header, rows),
  ].join("\n\n");
}

function isDemanded(scope: Scope, id: string): boolean {
  return (scope.testcases.get(id)?.attention ?? 0) > 0;
}

function testcaseLink(scope: Scope, id: string): string {
  const url = scope.testcases.get(id)?.url;
  return url === undefined ? escapeMarkdown(id) : markdownLink(id, url);
}

function withEvidence(outcome: string, live: LiveResult | undefined, { base }: ViewLinks): string {
  if (live === undefined) return outcome;
  return `${outcome} [(${live.checkedAt.slice(0, 10)})](${base}/page/report/${live.reportUuid}#${live.testcase})`;
}

/** `GET /markdown/scope/<scope>`: which version includes which module. */
export function scopeView(scope: Scope, validities: ReadonlyMap<string, Validity>): string {
  const versions = scope.versions.filter(({ name }) => validities.has(name));
  const modules = scope.modules.filter((module) => versions.some((version) => version.modules.includes(module)));
  const rows = [
    ["State", ...versions.map(({ name }) => validities.get(name) ?? "")],
    ["Stabilized at", ...versions.map(({ stabilizedAt }) => stabilizedAt ?? "–")],
    ...modules.map((module) => [
      module.url === undefined ? escapeMarkdown(module.name) : markdownLink(module.name, module.url),
      ...versions.map((version) => (version.modules.includes(module) ? "X" : "")),
    ]),
  ];
  return markdownTable([escapeMarkdown(scope.name), ...versions.map(({ name }) => escapeMarkdown(name))], rows);
}

/** `GET /markdown/report/<uuid>`: what was run and what came out. */
export function reportView(report: ShownReport, { base }: ViewLinks): string {
  const { uuid, subject, scope, checkedAt, assignment, invocations, resultsByVersion } = report;
  const facts = [
    `- uuid: [${uuid}](${base}/reports/${uuid})`,
    `- subject: ${escapeMarkdown(subject)}`,
    `- scope: [${escapeMarkdown(scope.name)}](${base}/page/scope/${encodeURIComponent(scope.uuid)})`,
    `- checked at: ${escapeMarkdown(checkedAt)}`,
    ...assignment.map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`),
  ];
  const old = resultsByVersion.map(({ testcase, version, value }) => [
    escapeMarkdown(testcase),
    escapeMarkdown(version),
    VERDICTS[`${value}`],
  ]);
  return [
    "## General info",
    facts.join("\n"),
    ...invocations.map((invocation) => invocationView(invocation)),
    ...(old.length === 0 ? [] : [markdownTable(["Test case", "Version", "Result"], old)]),
  ].join("\n\n");
}

const VERDICTS = { "1": "✔ PASS", "0": "⚠ ABORT", "-1": "✘ FAIL" } as const;

function invocationView({ id, command, exitCode, results, counters, stdout, stderr }: ShownInvocation): string {
  const loud = counters.map(({ severity, count }) => `- ${severity}: ${count === 0 ? "–" : count}`);
  return [
    `## Invocation ${escapeMarkdown(id)}`,
    [`- cmd: ${escapeMarkdown(command)}`, `- rc: ${escapeMarkdown(exitCode)}`, ...loud].join("\n"),
    markdownTable(
      ["Test case", "Result"],
      results.map(({ testcase, value }) => [escapeMarkdown(testcase), VERDICTS[`${value}`]]),
    ),
    ...[outputView("Captured stdout", stdout), outputView("Captured stderr", stderr)].flatMap((text) => text ?? []),
  ].join("\n\n");
}

/** Indented code: nothing in the lines can end it. */
function outputView(title: string, lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const code = lines.flatMap((line) => line.split(/\r\n|\r|\n/)).map((line) => `    ${line}`);
  return [`**${title}**`, code.join("\n")].join("\n\n");
}
