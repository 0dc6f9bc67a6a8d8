import { instantOf } from "#core/base/time/timestamp.ts";
import type { ScopeEvaluation } from "../standing/evaluate.ts";

/** What a subject comes to in a scope, for a dashboard. */
export interface MeasuredScope {
  readonly subject: string;
  /** Alias of the scope. */
  readonly scope: string;
  readonly evaluation: ScopeEvaluation;
}

/** Media type of the exposition (OpenMetrics 1.0). */
export const OPENMETRICS_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** A family of samples: name, meaning, unit where it has one. */
interface Family {
  readonly name: string;
  readonly help: string;
  readonly unit?: string;
  readonly samplesOf: (measured: MeasuredScope, labels: Labels) => readonly Sample[];
}

const OUTCOMES = { passed: 1, aborted: 0, failed: -1, missing: null } as const;

const SUMMARY: readonly Family[] = [
  {
    name: "stele_scope_outcome",
    help: "1 for the outcome of the scope: passed, aborted, failed or missing; 0 for the others.",
    samplesOf: ({ evaluation: { result } }, labels) =>
      Object.entries(OUTCOMES).map(([outcome, value]) => [{ ...labels, outcome }, Number(result === value)]),
  },
  {
    name: "stele_testcases",
    help: "Test cases of the relevant versions by outcome.",
    samplesOf: ({ evaluation: { buckets } }, labels) =>
      Object.entries(buckets).map(([outcome, testcases]) => [{ ...labels, outcome }, testcases.length]),
  },
  {
    name: "stele_version_passed",
    help: "1 where nothing that the version demands failed.",
    samplesOf: ({ evaluation: { versions } }, labels) =>
      versions.map(({ version, validity, result }) => [
        { ...labels, version: version.name, validity },
        Number(result !== -1),
      ]),
  },
  {
    name: "stele_newest_check_timestamp_seconds",
    help: "When the newest result that counts was checked.",
    unit: "seconds",
    samplesOf: ({ evaluation: { results } }, labels) => {
      const newest = [...results.values()].map(({ checkedAt }) => checkedAt).reduce(later, "");
      return newest === "" ? [] : [[labels, instantOf(newest).getTime() / 1000]];
    },
  },
  {
    name: "stele_next_expiry_timestamp_seconds",
    help: "When the first result that counts expires.",
    unit: "seconds",
    samplesOf: ({ evaluation: { results } }, labels) => {
      const times = [...results.values()].map(({ expiresAt }) => expiresAt.getTime());
      return times.length === 0 ? [] : [[labels, Math.min(...times) / 1000]];
    },
  },
];

const BY_TESTCASE: readonly Family[] = [
  {
    name: "stele_testcase_result",
    help: "The newest result that counts: 1 PASS, 0 ABORT, -1 FAIL.",
    samplesOf: ({ evaluation: { results } }, labels) =>
      [...results.values()].map(({ testcase, value }) => [{ ...labels, testcase }, value]),
  },
  {
    name: "stele_testcase_expiry_timestamp_seconds",
    help: "When the result expires.",
    unit: "seconds",
    samplesOf: ({ evaluation: { results } }, labels) =>
      [...results.values()].map(({ testcase, expiresAt }) => [{ ...labels, testcase }, expiresAt.getTime() / 1000]),
  },
];

/** Gathers samples of one subject after the other: what is kept of each is its lines. */
export interface MetricsCollector {
  readonly add: (measured: MeasuredScope) => void;
  /** The exposition of all that was added. */
  readonly text: () => string;
}

/** A collector; with `details` every test case is sampled too. */
export function collectMetrics({ details }: { readonly details: boolean }): MetricsCollector {
  const families = (details ? [...SUMMARY, ...BY_TESTCASE] : SUMMARY).map((family) => ({
    family,
    lines: [] as string[],
  }));
  return {
    add(measured) {
      const labels = { subject: measured.subject, scope: measured.scope };
      for (const { family, lines } of families) {
        for (const [own, value] of family.samplesOf(measured, labels)) {
          lines.push(`${family.name}${braced(own)} ${value}`);
        }
      }
    },
    text() {
      const all = families.flatMap(({ family: { name, help, unit }, lines }) => [
        `# TYPE ${name} gauge`,
        ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
        `# HELP ${name} ${help}`,
        ...lines,
      ]);
      return `${[...all, "# EOF"].join("\n")}\n`;
    },
  };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function braced(labels: Labels): string {
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
