import type { Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { certificatePeriods } from "#core/compliance/certificates/certificate-periods.ts";
import { complianceOf, complianceSteps } from "#core/compliance/history/history-compliance.ts";
import type { History, ManualResult } from "#core/compliance/history/history-json.ts";
import { historyRows } from "#core/compliance/history/history-rows.ts";
import { parseDateTime } from "#core/trust/credentials/xsd-date-time.ts";
import type { CloudHistory } from "#site/pages/clouds/cloud-history.tsx";

import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { findCloudStatus, type CloudStatus, type StatusSources } from "../standing/cloud-status.ts";

/** Seconds that caches may keep status pages and their data. */
export const STATUS_MAX_AGE_SECONDS = 60;

/** How a request for a status went: what it found, or why it found nothing. */
export type AskedStatus =
  | { readonly kind: "found"; readonly status: CloudStatus; readonly isPast: boolean; readonly maxAgeSeconds: number }
  | { readonly kind: "unknown" | "gone" | "bad-instant" };

/** The status that a request is about; `?at=<instant>` asks about another moment than now. */
export async function askStatus(
  context: Context<WorkerEnv>,
  sources: StatusSources,
  subject: string,
  scopeName: string,
): Promise<AskedStatus> {
  const now = new Date();
  const asked = context.req.query("at");
  const at = asked === undefined ? undefined : parseDateTime(asked);
  if (asked !== undefined && at === undefined) return { kind: "bad-instant" };
  const status = await findCloudStatus(context.env, sources, { subject, scopeName, now, at });
  if (typeof status === "string") return { kind: status };
  // What was said of a past moment stays, unless the certification body remarks on it.
  const next = at === undefined ? status.standing.nextChange : undefined;
  const maxAgeSeconds = secondsUntil(next, now, STATUS_MAX_AGE_SECONDS);
  return { kind: "found", status, isPast: at !== undefined, maxAgeSeconds };
}

/** The history of a status, drawn and told. */
export function historyOf(status: CloudStatus): History & CloudHistory {
  const { eras, spans, period, calendar, annotations, certificates, isCut, instant } = status;
  const first = spans.reduce<Date | undefined>(
    (earliest, { from }) => (earliest === undefined || from < earliest ? from : earliest),
    undefined,
  );
  // Nothing is missing of a cloud that does not report yet.
  const observed = first === undefined || first < period.from ? period : { ...period, from: first };
  const rows = first === undefined ? [] : historyRows(eras, spans, observed, calendar);
  const known = annotations.filter(({ from, to }) => from < period.to && (to === undefined || to > period.from));
  const manual = certificates.flatMap(({ id, events }) =>
    events.flatMap((event): ManualResult[] =>
      event.kind === "checked" && event.at <= instant && event.at >= period.from
        ? [{ testcase: event.testcase, outcome: event.outcome, at: event.at, certificate: id }]
        : [],
    ),
  );
  return {
    period,
    isCut,
    rows,
    compliance: complianceOf(complianceSteps(rows, period), first, known),
    annotations: known,
    certificates: certificatePeriods(certificates, period),
    calendar,
    spans,
    manual,
  };
}

/** Why there is no data at an address. */
export function noStatus(kind: Exclude<AskedStatus["kind"], "found">, name: string): Response {
  const headers = { "access-control-allow-origin": "*" };
  switch (kind) {
    case "bad-instant": {
      const detail = "`at` must be a date and time with a zone, such as `2026-03-01T00:00:00Z`.";
      return problemResponse({ status: 400, title: "Bad request", detail }, headers);
    }
    case "gone": {
      const detail =
        "The certificate ended more than twelve months ago and no new results came. /certificates.json says when.";
      return problemResponse({ status: 410, title: "Gone", detail }, headers);
    }
    case "unknown": {
      const detail = `There is no cloud or scope \`${name.slice(0, 200)}\`. \`/certification.json\` lists all clouds with their scopes.`;
      return problemResponse({ status: 404, title: "Not found", detail }, headers);
    }
  }
}
