/** Metrics for dashboards, in OpenMetrics: the monitor documents the address and never had it. */
import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";

import { collectMetrics, OPENMETRICS_TYPE } from "#core/compliance/monitor/openmetrics.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { standingsByName, standingsState } from "../standing/all-standings.ts";
import { rememberedClouds } from "../standing/cloud-memory.ts";
import { earlier } from "../standing/clouds.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { standingsOf } from "../standing/standing-store.ts";

/** Scrapers ask once or twice a minute. */
const MAX_AGE_SECONDS = 30;

export const metricsRoutes = new Hono<WorkerEnv>();

/** All subjects in short. Who has the same already is told so before anything is read. */
metricsRoutes.get("/metrics", async ({ env, req }) => {
  const now = new Date();
  const snapshot = await currentSnapshot(env);
  const scopes = await publishedScopes(env, snapshot);
  const { tag, nextChange } = await standingsState(env, snapshot, scopes, now);
  const answer = { etag: tag, maxAgeSeconds: secondsUntil(nextChange, now, MAX_AGE_SECONDS), ...EXPOSITION };
  const known = await cachedResponse(req.raw, { ...answer, body: "" });
  if (known.status === 304 || req.method === "HEAD") return known;
  const { body } = await rememberedClouds(env, snapshot, "/metrics", now, async () => {
    const collector = collectMetrics({ details: false });
    for await (const part of standingsByName(env, snapshot, scopes, now)) {
      for (const { subject, published, standing } of part) {
        collector.add({ subject, scope: published.alias, evaluation: standing.evaluation });
      }
    }
    return { body: collector.text(), nextChange };
  });
  return cachedResponse(req.raw, { ...answer, body });
});

const EXPOSITION = { contentType: OPENMETRICS_TYPE, headers: { "access-control-allow-origin": "*" } } as const;

/** One subject with every test case. */
metricsRoutes.get("/metrics/:subject", async (context) => metricsOfOne(context, context.req.param("subject")));

async function metricsOfOne({ env, req }: Context<WorkerEnv>, subject: string): Promise<Response> {
  const now = new Date();
  const snapshot = await currentSnapshot(env);
  const scopes = await publishedScopes(env, snapshot);
  const pairs = scopes.map((published) => ({ subject, published }));
  const standings = await standingsOf(env, snapshot, pairs, now);
  if (!standings.some(({ hasReported }) => hasReported)) {
    const detail = `Nobody ever reported on \`${subject}\` for a scope that is published here; \`/metrics\` has all subjects.`;
    return problemResponse({ status: 404, title: "Unknown subject", detail });
  }
  const collector = collectMetrics({ details: true });
  for (const [index, { published }] of pairs.entries()) {
    const standing = standings[index];
    if (standing?.hasReported !== true) continue;
    collector.add({ subject, scope: published.alias, evaluation: standing.evaluation });
  }
  const nextChange = standings.map((standing) => standing.nextChange).reduce(earlier, undefined);
  const maxAgeSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS);
  return cachedResponse(req.raw, { body: collector.text(), maxAgeSeconds, ...EXPOSITION });
}
