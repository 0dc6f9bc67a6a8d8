import type { ReportFile } from "#schemas/compiled/report.js";

import type { ResultValue } from "../standing/evaluate.ts";

/** A run of a test script as it is shown. */
export interface ShownInvocation {
  readonly id: string;
  readonly command: string;
  readonly exitCode: string;
  readonly results: readonly { readonly testcase: string; readonly value: ResultValue }[];
  /** Messages by severity, `critical` first. */
  readonly counters: readonly { readonly severity: string; readonly count: number }[];
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  /** Lines were left out because they might tell secrets of the cloud. */
  readonly isRedacted: boolean;
}

/** A report as it is shown. */
export interface ShownReport {
  readonly uuid: string;
  readonly subject: string;
  readonly scope: { readonly uuid: string; readonly name: string };
  /** As the report says it. */
  readonly checkedAt: string;
  readonly assignment: readonly (readonly [name: string, value: string])[];
  readonly invocations: readonly ShownInvocation[];
  /** Results in reports of before 2026, which name versions instead of invocations. */
  readonly resultsByVersion: readonly {
    readonly version: string;
    readonly testcase: string;
    readonly value: ResultValue;
  }[];
}

/** First line of an output of which lines were left out. */
export const REDACTION_NOTE = "(the following has been redacted)";

const SEVERITIES = ["critical", "error", "warning", "info"] as const;

/** What a report tells; with `redact` only what is known to be harmless of the captured output (today's public view). */
export function showReport(file: ReportFile, { redact }: { readonly redact: boolean }): ShownReport {
  const { spec, run, versions = {} } = file;
  return {
    uuid: run.uuid.toLowerCase(),
    subject: file.subject,
    scope: { uuid: spec.uuid, name: textOf(spec["name"]) || spec.uuid },
    checkedAt: file.checked_at,
    assignment: entriesOf(run["assignment"]).map(([name, value]) => [name, textOf(value)]),
    invocations: Object.entries(run.invocations ?? {}).map(([id, invocation]) =>
      showInvocation(id, invocation, redact),
    ),
    resultsByVersion: Object.entries(versions).flatMap(([version, results]) =>
      Object.entries(results).map(([testcase, { result }]) => ({ version, testcase, value: result })),
    ),
  };
}

type Invocation = NonNullable<ReportFile["run"]["invocations"]>[string];

function showInvocation(id: string, invocation: Invocation, redact: boolean): ShownInvocation {
  const stdout = linesOf(invocation["stdout"]);
  const stderr = linesOf(invocation["stderr"]);
  const shownOut = redact ? redactLines(stdout, isHarmlessOutput) : stdout;
  const shownErr = redact ? redactLines(stderr, isHarmlessError) : stderr;
  return {
    id,
    command: textOf(invocation["cmd"]),
    exitCode: textOf(invocation["rc"]),
    results: Object.entries(invocation.results ?? {}).map(([testcase, value]) => ({ testcase, value })),
    counters: SEVERITIES.map((severity) => ({ severity, count: countOf(invocation[severity]) })),
    stdout: shownOut,
    stderr: shownErr,
    isRedacted: shownOut !== stdout || shownErr !== stderr,
  };
}

/** Lines such as `some-test: PASS`: what a test said, without what it saw. */
function isHarmlessOutput(line: string): boolean {
  return /^(?:PASS|ABORT|FAIL)$/.test(line.slice(line.lastIndexOf(": ") + 2)) && line.includes(": ");
}

function isHarmlessError(line: string): boolean {
  return line.startsWith("WARNIN") || line.startsWith("ERROR:");
}

/** The same list where nothing was left out. */
function redactLines(lines: readonly string[], isHarmless: (line: string) => boolean): readonly string[] {
  const harmless = lines.filter(isHarmless);
  return harmless.length === lines.length ? lines : [REDACTION_NOTE, ...harmless];
}

function linesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : typeof value === "string" ? value.split("\n") : [];
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function countOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** Reports are free-form here: whatever stands there is shown as text. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
