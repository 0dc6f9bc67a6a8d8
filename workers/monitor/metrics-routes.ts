/** Metrics for dashboards, in OpenMetrics: the monitor documents the address and never had it. */
import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { evaluateScope } from "#core/compliance/standing/evaluate.ts";
import { OPENMETRICS_TYPE, openMetrics, type MeasuredScope } from "#core/compliance/monitor/openmetrics.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { earlier } from "../standing/clouds.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { listResults } from "../standing/result-store.ts";

/** Scrapers ask once or twice a minute. */
const MAX_AGE_SECONDS = 30;

export const metricsRoutes = new Hono<WorkerEnv>();

/** All subjects in short. */
metricsRoutes.get("/metrics", async (context) => metricsResponse(context, undefined));

/** One subject with every test case. */
metricsRoutes.get("/metrics/:subject", async (context) => metricsResponse(context, context.req.param("subject")));

async function metricsResponse(context: Context<WorkerEnv>, wanted: string | undefined): Promise<Response> {
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const calendar = calendarOf(snapshot.site.timeZone);
  const [scopes, { bySubject }] = await Promise.all([
    publishedScopes(context.env, snapshot),
    listResults(context.env, wanted),
  ]);
  if (wanted !== undefined && !bySubject.has(wanted)) {
    const detail = `Nobody ever reported on \`${wanted}\`; \`/metrics\` has all subjects.`;
    return problemResponse({ status: 404, title: "Unknown subject", detail });
  }
  let nextChange: Date | undefined;
  const measured: MeasuredScope[] = [];
  for (const [subject, byScope] of bySubject) {
    for (const { alias, scope } of scopes) {
      const results = byScope.get(scope.uuid);
      if (results === undefined) continue;
      const evaluation = evaluateScope(scope, results, { now, calendar });
      nextChange = earlier(nextChange, evaluation.nextChange);
      measured.push({ subject, scope: alias, evaluation });
    }
  }
  return cachedResponse(context.req.raw, {
    body: openMetrics(measured, { details: wanted !== undefined }),
    contentType: OPENMETRICS_TYPE,
    maxAgeSeconds: secondsUntil(nextChange, now, MAX_AGE_SECONDS),
    headers: { "access-control-allow-origin": "*" },
  });
}
