import { table, type Table } from "#core/base/table.ts";
import type { CertificatePeriod } from "#core/compliance/certificates/certificate-periods.ts";
import type { Outcome } from "#core/compliance/standing/evaluate.ts";
import type { HistoryAnnotation } from "#core/compliance/history/history-annotation.ts";
import { dayRuns, daysBetween, daysOf, type DayRun } from "#core/compliance/history/history-days.ts";
import type { HistoryRow, Period } from "#core/compliance/history/history-rows.ts";
import { addDays, type Calendar } from "#core/base/time/calendar.ts";

import { formatDate } from "../format-date.ts";
import { ANNOTATION_WORDS, OUTCOME_WORDS } from "./history-words.ts";

/** What a chart shows. */
export interface HistoryChartProps {
  readonly period: Period;
  readonly rows: readonly HistoryRow[];
  readonly certificates: readonly CertificatePeriod[];
  readonly annotations: readonly HistoryAnnotation[];
  readonly calendar: Calendar;
  /** What it says in a sentence, for those who do not see it. */
  readonly summary: string;
}

/** Measures in units of the drawing, which is as wide as the text. */
const WIDTH = 960;
const LABELS = 148;
const ROW = 34;
const BAND = 22;
const THIN = 10;
const AXIS = 22;

/** Height of the step, from nothing to everything: what colors say, heights say too. */
const LEVELS: Table<number> = table({ "1": 1, "0": 0.7, null: 0.4, "-1": 0.22 });
const CLASSES: Table<string> = table({ "1": "pass", "0": "abort", null: "missing", "-1": "fail" });

/** The places of the chart: where days and rows lie. */
interface Frame {
  readonly first: string;
  readonly x: (day: number) => number;
  readonly calendar: Calendar;
}

/**
 * Eighteen months at a glance: certificates, remarks, then a row per version and target as a step function. The worst of
 * a day stands for the day. Every step tells its dates when pointed at; the same is in the table beside it.
 */
export function HistoryChart({ period, rows, certificates, annotations, calendar, summary }: HistoryChartProps) {
  const first = calendar.dateOf(period.from);
  const today = calendar.dateOf(new Date(period.to.getTime() - 1));
  const days = daysBetween(first, today) + 1;
  const x = (day: number) => round(LABELS + ((WIDTH - LABELS) * day) / days);
  const frame = { first, x, calendar };
  const thin = [
    ...(certificates.length === 0 ? [] : [<Certificates periods={certificates} frame={frame} />]),
    ...(annotations.length === 0 ? [] : [<Annotations annotations={annotations} period={period} frame={frame} />]),
  ];
  const top = AXIS + thin.length * ROW;
  const height = top + rows.length * ROW;
  return (
    <div class="table-scroll history-scroll" role="region" aria-label="Chart of the history" tabindex={0}>
      <svg class="history-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={summary}>
        <Axis first={first} days={days} height={height} x={x} />
        {thin.map((row, index) => (
          <g transform={`translate(0 ${AXIS + index * ROW})`}>{row}</g>
        ))}
        {rows.map((row, index) => (
          <g transform={`translate(0 ${top + index * ROW})`}>
            <Row row={row} frame={frame} />
          </g>
        ))}
        <line class="today" x1={WIDTH - 0.5} x2={WIDTH - 0.5} y1={AXIS - 4} y2={height} />
      </svg>
    </div>
  );
}

/** A line per month, a name per quarter: January with its year. */
function Axis({ first, days, height, x }: { first: string; days: number; height: number; x: (day: number) => number }) {
  const months = monthsFrom(first, days);
  return (
    <g class="axis">
      {months.map(({ date, day }) => (
        <line class={isQuarter(date) ? "quarter" : "month"} x1={x(day)} x2={x(day)} y1={AXIS - 4} y2={height} />
      ))}
      {months
        .filter(({ date, day }) => isQuarter(date) && day < days - 60)
        .map(({ date, day }) => (
          <text x={x(day)} y={AXIS - 9}>
            {date.slice(5, 7) === "01" ? date.slice(0, 4) : (formatDate(date).split(" ")[1]?.slice(0, 3) ?? "")}
          </text>
        ))}
      <text class="now" x={WIDTH} y={AXIS - 9}>
        {formatDate(lastDate(first, days)).replace(/ \d+$/, "")}
      </text>
    </g>
  );
}

function Row({ row: { version, target, steps }, frame }: { row: HistoryRow; frame: Frame }) {
  const runs = dayRuns(steps, frame.first, frame.calendar);
  return (
    <>
      <text class="row-label" x={0} y={BAND - 5}>
        {version} <tspan class="quiet">{target}</tspan>
      </text>
      {runs.map((run) => (
        <Run run={run} x={frame.x} calendar={frame.calendar} />
      ))}
    </>
  );
}

function Run({ run, x, calendar }: { run: DayRun; x: (day: number) => number; calendar: Calendar }) {
  const { firstDay, endDay, outcome, validity } = run;
  const [left, width] = [x(firstDay), round(x(endDay) - x(firstDay))];
  const step = round(BAND * (LEVELS[String(outcome)] ?? 1));
  return (
    <g class={`run run-${CLASSES[String(outcome)]}${validity === "draft" ? " run-draft" : ""}`}>
      <title>{runWords(run, calendar)}</title>
      <rect class="ground" x={left} y={0} width={width} height={BAND} />
      <rect class="step" x={left} y={round(BAND - step)} width={width} height={step} />
    </g>
  );
}

/** What a run says when it is pointed at. */
function runWords({ steps, outcome, validity }: DayRun, calendar: Calendar): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return "";
  const dates = dateRange(first.from, last.to, calendar);
  const tests = outcome === 1 || first.deciding.length === 0 ? "" : `: ${first.deciding.join(", ")}`;
  return `${dates}, ${OUTCOME_WORDS[String(outcome) as `${Outcome}`]}${validity === "draft" ? " (draft)" : ""}${tests}`;
}

function Certificates({ periods, frame }: { periods: readonly CertificatePeriod[]; frame: Frame }) {
  return (
    <>
      <text class="row-label" x={0} y={THIN + 4}>
        Certificate
      </text>
      {periods.map((period) => {
        const { firstDay, endDay } = daysOf(period, frame.first, frame.calendar);
        return (
          <g class={`certificate certificate-${period.state}`}>
            <title>{`${dateRange(period.from, period.to, frame.calendar)}, certificate ${period.id} for ${period.version} ${period.state}`}</title>
            <rect x={frame.x(firstDay)} y={4} width={round(frame.x(endDay) - frame.x(firstDay))} height={THIN} />
          </g>
        );
      })}
    </>
  );
}

function Annotations(props: { annotations: readonly HistoryAnnotation[]; period: Period; frame: Frame }) {
  const { annotations, period, frame } = props;
  return (
    <>
      <text class="row-label" x={0} y={THIN + 4}>
        Remarks
      </text>
      {annotations.map(({ kind, from, to = period.to, note }, index) => {
        const { firstDay, endDay } = daysOf({ from, to: to < period.to ? to : period.to }, frame.first, frame.calendar);
        if (endDay <= 0) return null;
        const [left, right] = [frame.x(firstDay), frame.x(endDay)];
        return (
          <g class="remark">
            <title>{`${dateRange(from, to, frame.calendar)}, ${ANNOTATION_WORDS[kind].word}: ${note}`}</title>
            <path d={`M${left} ${THIN + 8}V${THIN + 3}H${right}V${THIN + 8}`} />
            <text x={round((left + right) / 2)} y={THIN}>
              {index + 1}
            </text>
          </g>
        );
      })}
    </>
  );
}

function dateRange(from: Date, to: Date, calendar: Calendar): string {
  const [first, last] = [calendar.dateOf(from), calendar.dateOf(new Date(to.getTime() - 1))];
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`;
}

/** The first days of months within the chart. */
function monthsFrom(first: string, days: number): readonly { readonly date: string; readonly day: number }[] {
  const months: { date: string; day: number }[] = [];
  let [year = 0, month = 0] = first.split("-").map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const date = `${year}-${String(month).padStart(2, "0")}-01`;
    const day = daysBetween(first, date);
    if (day >= days) return months;
    months.push({ date, day });
  }
}

function lastDate(first: string, days: number): string {
  return addDays(first, days - 1);
}

function isQuarter(date: string): boolean {
  return ["01", "04", "07", "10"].includes(date.slice(5, 7));
}

/** Short numbers: a tenth of a unit is less than anybody sees. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
