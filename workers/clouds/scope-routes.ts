import { Hono } from "hono";

import { validitiesOn } from "#core/standards/scopes/timeline.ts";
import { calendarOf } from "#core/base/time/calendar.ts";
import { scopePage } from "#site/pages/clouds/scope.tsx";

import { publicJson } from "../http/public-json.ts";
import type { WorkerEnv } from "../state/bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { problemResponse } from "../http/problem.ts";
import { requestedState } from "../state/requested-state.ts";
import { scopeJson } from "./certification-json.ts";
import { findScope, publishedScopes } from "../standing/published-scopes.ts";

/** Seconds that caches may keep a scope's data. */
const MAX_AGE_SECONDS = 60;

/** What the scopes demand: of the current state, or of the one requested. */
export const scopeRoutes = new Hono<WorkerEnv>();

scopeRoutes.get("/certification/scopes/:alias{[^/]+\\.json}", async (context) => {
  const { snapshot } = await requestedState(context);
  const alias = context.req.param("alias").slice(0, -".json".length);
  const published = findScope(await publishedScopes(context.env, snapshot), alias);
  if (published === undefined) return unknownScope(alias);
  return publicJson(context.req.raw, scopeJson(published.alias, published.scope), MAX_AGE_SECONDS);
});

scopeRoutes.get("/certification/scopes/:alias", async (context) => {
  const { snapshot, now } = await requestedState(context);
  const published = findScope(await publishedScopes(context.env, snapshot), context.req.param("alias"));
  if (published === undefined) return await context.notFound();
  const today = calendarOf(snapshot.site.timeZone).dateOf(now);
  const validities = validitiesOn(published.scope.timeline, today);
  return pageResponse(context.req.raw, scopePage({ site: snapshot.site, ...published, validities }));
});

function unknownScope(alias: string): Response {
  const detail = `There is no scope \`${alias}\`. \`/certification.json\` lists all clouds with their scopes.`;
  return problemResponse({ status: 404, title: "Not found", detail }, { "access-control-allow-origin": "*" });
}
