import type { Child } from "hono/jsx";

import type { CertificateEvent } from "#core/compliance/certificates/certificate.ts";
import type { LiveResult, ScopeEvaluation } from "#core/compliance/standing/evaluate.ts";
import { MAIN_TARGET, type Scope, type Testcase } from "#core/standards/scopes/scope.ts";
import { instantOf, type Timestamp } from "#core/base/time/timestamp.ts";

import { CodedText } from "../../parts/coded-text.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { outcomeStatus } from "../../parts/clouds/history-words.ts";
import { StatusMark } from "../../parts/standards/status-mark.tsx";

/** The results of a cloud by testcase. */
export interface CloudTestcases {
  readonly scope: Scope;
  readonly evaluation: ScopeEvaluation;
  readonly timeZone: string;
  /** Another moment than now: when values began is known, on which nights they were confirmed is not. */
  readonly isPast: boolean;
  /** Since when the value of a testcase holds. */
  readonly since: ReadonlyMap<string, Date>;
  /** The last time that a testcase was confirmed to pass. */
  readonly lastPasses: ReadonlyMap<string, Timestamp>;
  /** Results that the certification body accepted although they are no pass. */
  readonly approvals: readonly Extract<CertificateEvent, { kind: "approved" }>[];
}

/** Failures first, then what is missing, then what gave no verdict: in the order in which somebody has to act. */
export function TestcasesSection(props: CloudTestcases) {
  const { evaluation, scope, timeZone, isPast } = props;
  const { failed, missing, aborted, passed } = evaluation.buckets;
  const ids = [...failed, ...missing, ...aborted, ...passed];
  if (ids.length === 0) return null;
  const summary = [
    `${failed.length} failed`,
    `${missing.length} missing`,
    `${aborted.length} without verdict`,
    `${passed.length} passed`,
  ].join(", ");
  const columns: readonly Column[] = [
    { title: "Test case", wide: true },
    { title: "Result" },
    { title: isPast ? "Since" : "Checked" },
    { title: isPast ? "Last pass" : "Counts until" },
    { title: "Demanded by" },
  ];
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">Test cases</h2>
      <p>
        {summary}. Times are in the zone {timeZone}.
      </p>
      <DataTable
        caption="Test cases and their results"
        columns={columns}
        rows={ids.flatMap((id) => {
          const testcase = scope.testcases.get(id);
          return testcase === undefined ? [] : [toRow(testcase, props)];
        })}
        stacks
      />
    </section>
  );
}

function toRow(testcase: Testcase, props: CloudTestcases): Row {
  const { evaluation, timeZone, isPast, since, lastPasses, approvals } = props;
  const live = evaluation.results.get(testcase.id);
  const demandedBy = evaluation.versions.filter(({ targets }) =>
    targets.get(MAIN_TARGET)?.testcases.includes(testcase.id),
  );
  const lastPass = live?.value === 1 ? undefined : lastPasses.get(testcase.id);
  const approval = approvals.findLast((one) => one.testcase === testcase.id && one.value === live?.value);
  const passed = lastPass === undefined ? null : <InstantText instant={instantOf(lastPass)} timeZone={timeZone} />;
  return {
    id: testcase.id,
    cells: [
      <TestcaseName testcase={testcase} lastPass={isPast ? null : passed} approval={approval} />,
      <StatusMark status={outcomeStatus(live?.value ?? null)} />,
      live === undefined ? null : (
        <Evidence live={live} instant={isPast ? since.get(testcase.id) : undefined} timeZone={timeZone} />
      ),
      isPast ? passed : live === undefined ? null : <InstantText instant={live.expiresAt} timeZone={timeZone} />,
      demandedBy.length === 0 ? null : demandedBy.map(({ version }) => version.name).join(", "),
    ],
  };
}

function TestcaseName(props: {
  testcase: Testcase;
  lastPass: Child | null;
  approval: { readonly by: string; readonly reason: string } | undefined;
}) {
  const { testcase, lastPass, approval } = props;
  const { id, description, url } = testcase;
  return (
    <>
      {url === undefined ? <code>{id}</code> : <a href={url}>{<code>{id}</code>}</a>}
      {description === "" ? null : (
        <>
          <br />
          <small>
            <CodedText text={description} />
          </small>
        </>
      )}
      {lastPass === null ? null : (
        <>
          <br />
          <small>Passed last on {lastPass}.</small>
        </>
      )}
      {approval === undefined ? null : (
        <>
          <br />
          <small>
            Accepted by {approval.by}: {approval.reason}
          </small>
        </>
      )}
    </>
  );
}

function Evidence({ live, instant, timeZone }: { live: LiveResult; instant: Date | undefined; timeZone: string }) {
  return (
    <a href={`/certification/reports/${live.reportUuid}#${live.testcase}`}>
      <InstantText instant={instant ?? instantOf(live.checkedAt)} timeZone={timeZone} />
    </a>
  );
}
