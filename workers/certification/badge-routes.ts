import { Hono } from "hono";

import { drawBadge } from "#core/badges/draw-badge.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import { paletteOf } from "#core/badges/palette.ts";
import { plainFace } from "#core/badges/standing-face.ts";

import type { Bindings, WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { sha256Hex } from "../http/digest.ts";
import { createShortMemory } from "../http/short-memory.ts";
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

/** A badge as it is sent. */
interface BadgeBody {
  readonly body: string;
  readonly etag: string;
  readonly nextChange: Date | undefined;
}

/** What a badge shows, and how long that is true. */
interface BadgeState {
  readonly face: BadgeFace;
  readonly nextChange: Date | undefined;
}

type BadgeFormat = "svg" | "json";

const CONTENT_TYPES = {
  svg: "image/svg+xml; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const satisfies Readonly<Record<BadgeFormat, string>>;

/** Pages with many badges, and the proxies before them, ask for the same ones again and again. */
const memory = createShortMemory<BadgeBody>();

/** Badges: an image in every case, unknown subjects and scopes included, so that no page shows a broken one. */
export const badgeRoutes = new Hono<WorkerEnv>();

badgeRoutes.get("/badges/:subject/:file{[^/]+\\.(?:svg|json)}", async (context) => {
  const { subject, file } = context.req.param();
  const dot = file.lastIndexOf(".");
  const format = file.slice(dot + 1) as BadgeFormat;
  const now = new Date();
  const badge = await memory.recall(`${subject}/${file}`, now, async () => {
    const { face, nextChange } = await findBadge(context.env, subject, file.slice(0, dot), now);
    const body = format === "svg" ? drawBadge(face) : endpointJson(face);
    const etag = (await sha256Hex(body)).slice(0, 32);
    return { value: { body, etag, nextChange }, until: nextChange };
  });
  return badgeResponse(context.req.raw, format, badge, now);
});

/** The format of shields.io endpoints; members that it does not know are errors there. */
function endpointJson({ label, message, tone }: BadgeFace): string {
  return JSON.stringify({ schemaVersion: 1, label, message, color: paletteOf(tone, "light").tone });
}

async function findBadge(
  env: Pick<Bindings, "DB" | "BLOBS">,
  subject: string,
  scopeName: string,
  now: Date,
): Promise<BadgeState> {
  const snapshot = await currentSnapshot(env);
  const published = findScope(await publishedScopes(env, snapshot), scopeName);
  if (published === undefined) return { face: plainFace("unknown-scope"), nextChange: undefined };
  const { scope } = published;
  const { results, account } = await findResults(env, subject, scope.uuid);
  const cloud = describedClouds(snapshot).find((described) => described.subject === subject);
  if (results.length === 0 && account === undefined && cloud === undefined) {
    return { face: plainFace("unknown-subject", scope.name), nextChange: undefined };
  }
  const isDemo = account?.isDemo ?? cloud?.isDemo ?? false;
  const { face, evaluation } = standingOf(snapshot, published, results, isDemo, now);
  return { face, nextChange: evaluation.nextChange };
}

function badgeResponse(
  request: Request,
  format: BadgeFormat,
  { body, etag, nextChange }: BadgeBody,
  now: Date,
): Promise<Response> {
  const maxAgeSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS);
  const staleSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS + STALE_IF_ERROR_SECONDS) - maxAgeSeconds;
  const cacheControl = `public, max-age=${maxAgeSeconds}, stale-if-error=${staleSeconds}`;
  const headers = { ...BADGE_HEADERS, "cache-control": cacheControl };
  return cachedResponse(request, { body, contentType: CONTENT_TYPES[format], maxAgeSeconds, etag, headers });
}
