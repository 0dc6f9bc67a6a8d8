import { Hono } from "hono";

import { drawBadge } from "#core/badges/draw-badge.ts";
import { unknownScopeFace, unknownSubjectFace, type BadgeFace } from "#core/badges/face.ts";
import { TONE_COLORS } from "#core/badges/styles.ts";

import type { Bindings, WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { currentSnapshot } from "../http/site-context.ts";
import { describedClouds, secondsUntil, standingOf } from "./clouds.ts";
import { findScope, publishedScopes } from "./published-scopes.ts";
import { findResults } from "./result-store.ts";

/** Caches downstream (image proxies of forges) keep for about this long whatever we say. */
const MAX_AGE_SECONDS = 300;
/** How long a cache may show a badge that it cannot renew; never beyond the next change. */
const STALE_IF_ERROR_SECONDS = 86_400;

/** A badge is embedded everywhere, so it has its own rules: no script, nothing loaded, everybody may show it. */
const BADGE_HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

/** What a badge shows, and how long that is true. */
interface BadgeState {
  readonly face: BadgeFace;
  readonly nextChange: Date | undefined;
}

/** Badges: an image in every case, unknown subjects and scopes included, so that no page shows a broken one. */
export const badgeRoutes = new Hono<WorkerEnv>();

badgeRoutes.get("/badges/:subject/:file{[^/]+\\.svg}", async (context) => {
  const { subject, file } = context.req.param();
  const now = new Date();
  const { face, nextChange } = await findBadge(context.env, subject, file.slice(0, -".svg".length), now);
  return badgeResponse(context.req.raw, "image/svg+xml; charset=utf-8", drawBadge(face), nextChange, now);
});

/** The same in the endpoint format of shields.io. */
badgeRoutes.get("/badges/:subject/:file{[^/]+\\.json}", async (context) => {
  const { subject, file } = context.req.param();
  const now = new Date();
  const { face, nextChange } = await findBadge(context.env, subject, file.slice(0, -".json".length), now);
  const { label, message, tone } = face;
  const json = JSON.stringify({ schemaVersion: 1, label, message, color: TONE_COLORS[tone] });
  return badgeResponse(context.req.raw, "application/json; charset=utf-8", json, nextChange, now);
});

async function findBadge(
  env: Pick<Bindings, "DB" | "BLOBS">,
  subject: string,
  scopeName: string,
  now: Date,
): Promise<BadgeState> {
  const snapshot = await currentSnapshot(env);
  const published = findScope(await publishedScopes(env, snapshot), scopeName);
  if (published === undefined) return { face: unknownScopeFace(), nextChange: undefined };
  const { scope } = published;
  const { results, account } = await findResults(env, subject, scope.uuid);
  const cloud = describedClouds(snapshot).find((described) => described.subject === subject);
  if (results.length === 0 && account === undefined && cloud === undefined) {
    return { face: unknownSubjectFace(scope.name), nextChange: undefined };
  }
  const isDemo = account?.isDemo ?? cloud?.isDemo ?? false;
  const { face, evaluation } = standingOf(snapshot, published, results, isDemo, now);
  return { face, nextChange: evaluation.nextChange };
}

function badgeResponse(
  request: Request,
  contentType: string,
  body: string,
  nextChange: Date | undefined,
  now: Date,
): Promise<Response> {
  const maxAgeSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS);
  const staleSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS + STALE_IF_ERROR_SECONDS) - maxAgeSeconds;
  const cacheControl = `public, max-age=${maxAgeSeconds}, stale-if-error=${staleSeconds}`;
  const headers = { ...BADGE_HEADERS, "cache-control": cacheControl };
  return cachedResponse(request, { body, contentType, maxAgeSeconds, headers });
}
