import { Hono } from "hono";

import { evaluateScope } from "#core/compliance/standing/evaluate.ts";
import { standingOf } from "#core/compliance/results/receipt.ts";
import { calendarOf } from "#core/base/time/calendar.ts";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { problemResponse } from "../http/problem.ts";
import { currentSnapshot } from "../state/site-context.ts";
import { publishedScopes } from "../standing/published-scopes.ts";
import { findResults } from "../standing/result-store.ts";

/** What is due moves with the clock, not only with reports. */
const MAX_AGE_SECONDS = 60;

export const dueRoutes = new Hono<WorkerEnv>();

/** `GET /api/v1/subjects/<subject>/due`: per scope it reported for, what is missing and what expires within a week. */
dueRoutes.get("/api/v1/subjects/:subject/due", async (context) => {
  const subject = context.req.param("subject");
  const now = new Date();
  const snapshot = await currentSnapshot(context.env);
  const calendar = calendarOf(snapshot.site.timeZone);
  const published = await publishedScopes(context.env, snapshot);
  const scopes = await Promise.all(
    published.map(async ({ alias, scope }) => {
      const { results } = await findResults(context.env, subject, scope.uuid);
      if (results.length === 0) return [];
      const standing = standingOf(evaluateScope(scope, results, { now, calendar }), now);
      return [{ scope: alias, name: scope.name, ...standing }];
    }),
  );
  if (scopes.flat().length === 0) {
    const detail = `Nobody ever reported on \`${subject}\` for a scope that is published here.`;
    return problemResponse({ status: 404, title: "Unknown subject", detail });
  }
  return publicJson(context.req.raw, { subject, scopes: scopes.flat() }, MAX_AGE_SECONDS);
});
