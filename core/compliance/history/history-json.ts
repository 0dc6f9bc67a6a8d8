/** The history for programs: as JSON, and as CSV (RFC 4180) for spreadsheets. */
import type { Compliance } from "./history-compliance.ts";
import type { HistoryAnnotation } from "./history-annotation.ts";
import type { HistoryRow, Period } from "./history-rows.ts";
import type { ResultSpan } from "./history-spans.ts";

/** A manual check that was made. */
export interface ManualResult {
  readonly testcase: string;
  readonly outcome: "passed" | "failed";
  readonly at: Date;
  readonly certificate: string;
}

/** What a history tells of a period. */
export interface History {
  readonly period: Period;
  readonly rows: readonly HistoryRow[];
  readonly compliance: Compliance | undefined;
  readonly annotations: readonly HistoryAnnotation[];
  readonly spans: readonly ResultSpan[];
  readonly manual: readonly ManualResult[];
}

const WORDS = { "1": "PASS", "0": "ABORT", "-1": "FAIL", null: "MISSING" } as const;

/** The history as JSON. What goes on has no `to`; shares are of the observed time, with four decimals. */
export function historyJson({ period, rows, compliance, annotations, spans, manual }: History) {
  const end = (to: Date) => (to < period.to ? to.toISOString() : undefined);
  return {
    from: period.from.toISOString(),
    compliance:
      compliance === undefined
        ? undefined
        : {
            observedFrom: compliance.observed.from.toISOString(),
            share: round(compliance.share),
            shareWithoutExcusedTime: round(compliance.shareExcused),
            lastPass:
              compliance.lastPass === undefined
                ? undefined
                : { from: compliance.lastPass.from.toISOString(), to: end(compliance.lastPass.to) },
          },
    rows: rows.map(({ version, target, steps }) => ({
      version,
      target,
      steps: steps.map(({ from, to, outcome, validity, deciding }) => ({
        from: from.toISOString(),
        to: end(to),
        outcome,
        validity,
        deciding,
      })),
    })),
    annotations: annotations.map(({ number, kind, from, to, note, by, recordedAt }) => ({
      number,
      kind,
      from: from.toISOString(),
      to: to?.toISOString(),
      note,
      by,
      recordedAt: recordedAt.toISOString(),
    })),
    results: within(spans, period).map(({ testcase, version, value, from, to, lastCheckedAt, reportUuid }) => ({
      testcase,
      version,
      value,
      from: from.toISOString(),
      to: end(to),
      lastCheckedAt,
      report: reportUuid,
    })),
    manualChecks: manual.map(({ testcase, outcome, at, certificate }) => ({
      testcase,
      outcome,
      at: at.toISOString(),
      certificate,
    })),
  };
}

const COLUMNS = ["testcase", "version", "result", "from", "to", "last_checked_at", "report"] as const;

/** Every result of the period, one per line, the oldest first; manual checks name the certificate instead of a report. */
export function historyCsv({ period, spans, manual }: Pick<History, "period" | "spans" | "manual">): string {
  const results = within(spans, period).map(({ testcase, version, value, from, to, lastCheckedAt, reportUuid }) => ({
    at: from,
    cells: [
      testcase,
      version,
      WORDS[String(value) as keyof typeof WORDS],
      from.toISOString(),
      to < period.to ? to.toISOString() : "",
      lastCheckedAt ?? "",
      reportUuid,
    ],
  }));
  const checks = manual.map(({ testcase, outcome, at, certificate }) => ({
    at,
    cells: [
      testcase,
      "manual",
      outcome === "passed" ? "PASS" : "FAIL",
      at.toISOString(),
      "",
      at.toISOString(),
      certificate,
    ],
  }));
  const lines = [...results, ...checks].toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ cells }) => cells);
  return [COLUMNS, ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function within(spans: readonly ResultSpan[], { from, to }: Period): readonly ResultSpan[] {
  return spans.filter((span) => span.to > from && span.from < to);
}

/** Spreadsheets take a leading `=`, `+`, `-`, `@` for a formula; an apostrophe keeps it text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
