/** The made-up past of the demo clouds: weekly reports, and what went wrong in between. */
import { table, type Table } from "#core/base/table.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import type { AnnotationKind } from "#core/compliance/history/history-annotation.ts";

import { demoReport, type DemoScenario } from "./demo-report.ts";

/** A time in which something was not as it should be; days before today, the end excluded. */
interface Episode {
  readonly from: number;
  readonly to: number;
  /** `null`: no report came at all. */
  readonly deviations: DemoScenario["deviations"] | null;
  /** What the certification body said of it. */
  readonly remark?: { readonly kind: AnnotationKind; readonly note: string };
}

/** The past of a cloud. */
interface Past {
  /** Days before today that it first reported. */
  readonly since: number;
  /** The last report of the past. */
  readonly until: number;
  readonly episodes: readonly Episode[];
}

const PASTS: Table<Past> = table({
  "demo-alpha": {
    since: 520,
    until: 1,
    episodes: [
      { from: 520, to: 500, deviations: { "scs-0101-entropy-avail": -1, "scs-0103-flavor-1v-4": -1 } },
      {
        from: 402,
        to: 379,
        deviations: { "scs-0102-prop-image_description": -1 },
        remark: { kind: "test-defect", note: "The test read a property by a name that images no longer have." },
      },
      {
        from: 233,
        to: 226,
        deviations: { "scs-0103-flavor-4v-16": -1 },
        remark: { kind: "cloud-defect", note: "A flavor was deleted by mistake and put back." },
      },
      {
        from: 130,
        to: 105,
        deviations: null,
        remark: { kind: "procedure", note: "The certification body moved its test runner; nothing was tested." },
      },
      { from: 61, to: 54, deviations: { "scs-0101-entropy-avail": 0 } },
    ],
  },
  "demo-bravo": {
    since: 310,
    until: 1,
    episodes: [
      { from: 200, to: 186, deviations: { "scs-0101-fips-test": 0 } },
      { from: 20, to: 0, deviations: { "scs-0103-flavor-4v-16": -1 } },
    ],
  },
  "demo-charlie": { since: 200, until: 8, episodes: [{ from: 90, to: 62, deviations: null }] },
  "demo-delta": { since: 180, until: 42, episodes: [] },
});

/** A remark on a demo cloud, in days before today. */
export interface DemoRemark {
  readonly kind: AnnotationKind;
  readonly note: string;
  readonly fromDays: number;
  readonly toDays: number;
}

const DAYS_BETWEEN_REPORTS = 7;

/** The past reports of a demo cloud about a scope, oldest first; none for a cloud without a past. */
export function pastReports(scope: Scope, { subject, submitter }: DemoScenario, now: Date): readonly string[] {
  const past = PASTS[subject];
  if (past === undefined) return [];
  const { since, until, episodes } = past;
  const days = new Set<number>(episodes.flatMap(({ from, to }) => [from, to]));
  for (let day = since; day >= until; day -= DAYS_BETWEEN_REPORTS) days.add(day);
  return [...days]
    .filter((day) => day >= until)
    .toSorted((a, b) => b - a)
    .flatMap((ageDays) => {
      const episode = episodes.find(({ from, to }) => ageDays <= from && ageDays > to);
      const deviations = episode === undefined ? {} : episode.deviations;
      return deviations === null ? [] : [demoReport(scope, { subject, submitter, ageDays, deviations }, now)];
    });
}

/** What the certification body of the demonstration said of a cloud's past. */
export function pastRemarks(subject: string): readonly DemoRemark[] {
  return (PASTS[subject]?.episodes ?? []).flatMap(({ from, to, remark }) =>
    remark === undefined ? [] : [{ ...remark, fromDays: from, toDays: to }],
  );
}
