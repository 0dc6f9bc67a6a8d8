import type { CertificatePeriod } from "#core/compliance/certificates/certificate-periods.ts";
import type { Compliance } from "#core/compliance/history/history-compliance.ts";
import type { HistoryAnnotation } from "#core/compliance/history/history-annotation.ts";
import type { HistoryRow, Period } from "#core/compliance/history/history-rows.ts";
import type { Calendar } from "#core/base/time/calendar.ts";

import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { DateText, InstantText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { HistoryChart } from "../../parts/clouds/history-chart.tsx";
import { HistoryKey } from "../../parts/clouds/history-key.tsx";
import { ANNOTATION_WORDS, outcomeStatus } from "../../parts/clouds/history-words.ts";
import { StatusMark } from "../../parts/standards/status-mark.tsx";

/** The past of a cloud in a scope. */
export interface CloudHistory {
  readonly period: Period;
  /** The oldest changes were too many to show. */
  readonly isCut: boolean;
  readonly rows: readonly HistoryRow[];
  readonly compliance: Compliance | undefined;
  readonly annotations: readonly HistoryAnnotation[];
  readonly certificates: readonly CertificatePeriod[];
  readonly calendar: Calendar;
}

/** Steps in the table beside the chart; the files have all. */
const MAX_LISTED = 200;

/** Eighteen months of history (SCS-0004, regulation 4): shares of time, the chart, its table, and files. */
export function HistorySection({ history, path }: { history: CloudHistory; path: string }) {
  const { rows, compliance, annotations, calendar, isCut, period } = history;
  return (
    <section aria-labelledby="history">
      <h2 id="history">History of 18 months</h2>
      {compliance === undefined ? (
        <EmptyState title="Nothing was reported yet">
          <p>The history begins with the first report.</p>
        </EmptyState>
      ) : (
        <>
          <Shares compliance={compliance} period={period} calendar={calendar} />
          <HistoryChart {...history} summary={summaryOf(rows, compliance)} />
          <HistoryKey />
          <Remarks annotations={annotations} period={period} calendar={calendar} />
          <details>
            <summary>The same as a table</summary>
            <Steps rows={rows} period={period} calendar={calendar} />
          </details>
        </>
      )}
      {isCut ? <p>There were too many changes to show all of them; the oldest are left out.</p> : null}
      <p>
        Every result of this time: <a href={`${path}/history.csv`}>CSV</a>, <a href={`${path}/history.json`}>JSON</a>.
        What changes next: <a href={`${path}/feed.xml`}>Atom feed</a>.
      </p>
    </section>
  );
}

function Shares({ compliance, period, calendar }: { compliance: Compliance; period: Period; calendar: Calendar }) {
  const { share, shareExcused, lastPass, observed } = compliance;
  const passesNow = lastPass !== undefined && lastPass.to >= period.to;
  return (
    <>
      <dl class="shares">
        <div>
          <dt>Time compliant</dt>
          <dd>{percent(share)}</dd>
        </div>
        {percent(share) === percent(shareExcused) ? null : (
          <div>
            <dt>Without time lost to test defects or procedure</dt>
            <dd>{percent(shareExcused)}</dd>
          </div>
        )}
        <div>
          <dt>Last unequivocal pass</dt>
          <dd>
            {lastPass === undefined ? (
              "never"
            ) : passesNow ? (
              "still passing"
            ) : (
              <Instant instant={lastPass.to} calendar={calendar} />
            )}
          </dd>
        </div>
        {passesNow ? (
          <div>
            <dt>Passes since</dt>
            <dd>
              <Instant instant={lastPass.from} calendar={calendar} />
            </dd>
          </div>
        ) : null}
      </dl>
      <p>
        Compliant is the time since <DateText date={calendar.dateOf(observed.from)} /> in which no test of some version
        in force failed or lacked a result. A pass is unequivocal when every test gave a verdict.
      </p>
    </>
  );
}

function Instant({ instant, calendar }: { instant: Date; calendar: Calendar }) {
  return <time datetime={instant.toISOString()}>{<DateText date={calendar.dateOf(instant)} />}</time>;
}

function Remarks(props: { annotations: readonly HistoryAnnotation[]; period: Period; calendar: Calendar }) {
  const { annotations, period, calendar } = props;
  if (annotations.length === 0) return null;
  return (
    <>
      <h3>Remarks of the certification body</h3>
      <ol class="remarks">
        {annotations.map(({ kind, from, to, note, by }) => (
          <li>
            <StatusMark {...ANNOTATION_WORDS[kind]} /> <DateText date={calendar.dateOf(from)} />{" "}
            {to === undefined || to > period.to ? (
              "and still going on"
            ) : (
              <>
                to <DateText date={calendar.dateOf(new Date(to.getTime() - 1))} />
              </>
            )}
            : {note} <small>({by})</small>
          </li>
        ))}
      </ol>
    </>
  );
}

const STEP_COLUMNS: readonly Column[] = [
  { title: "Version" },
  { title: "Target" },
  { title: "From" },
  { title: "To" },
  { title: "Result" },
  { title: "Due to", wide: true },
];

/** The newest steps first, all rows together: what a screen reader finds of the chart. */
function Steps({ rows, period, calendar }: { rows: readonly HistoryRow[]; period: Period; calendar: Calendar }) {
  const steps = rows
    .flatMap(({ version, target, steps: own }) => own.map((step) => ({ version, target, ...step })))
    .toSorted((a, b) => b.from.getTime() - a.from.getTime());
  const listed = steps.slice(0, MAX_LISTED).map(({ version, target, from, to, outcome, deciding }): Row => ({
    cells: [
      version,
      target,
      <InstantText instant={from} timeZone={calendar.timeZone} />,
      to >= period.to ? "still so" : <InstantText instant={to} timeZone={calendar.timeZone} />,
      <StatusMark status={outcomeStatus(outcome)} />,
      outcome === 1 || deciding.length === 0 ? null : deciding.join(", "),
    ],
  }));
  return (
    <>
      <DataTable caption="Steps of the history, the newest first" columns={STEP_COLUMNS} rows={listed} stacks />
      {steps.length > MAX_LISTED ? <p>{steps.length - MAX_LISTED} older steps are in the files.</p> : null}
    </>
  );
}

function summaryOf(rows: readonly HistoryRow[], { share }: Compliance): string {
  const last = rows.map(({ version, target, steps }) => {
    const outcome = steps.at(-1)?.outcome ?? null;
    return `${version} ${target} ${outcome === 1 ? "passes" : outcome === -1 ? "fails" : outcome === 0 ? "has tests without verdict" : "lacks results"}`;
  });
  return `History of 18 months, ${percent(share)} of the time compliant. At its end: ${last.join("; ")}.`;
}

/** Never rounded up to all or down to nothing. */
function percent(share: number): string {
  if (share > 0 && share < 0.0005) return "under 0.1 %";
  if (share < 1 && share > 0.9995) return "over 99.9 %";
  return `${(share * 100).toFixed(1).replace(/\.0$/, "")} %`;
}
