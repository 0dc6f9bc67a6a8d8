import { secondsUntil } from "#core/base/time/seconds-until.ts";
import { drawBadge, layoutBadge } from "#core/badges/draw-badge.ts";
import { saysSomething, type BadgeFace, type FaceKind } from "#core/badges/face.ts";
import { paletteOf } from "#core/badges/palette.ts";
import type { RequestedBadge } from "#core/badges/read-options.ts";
import { shieldsEndpoint } from "#core/badges/shields-endpoint.ts";
import { stateTag } from "#core/badges/state-tag.ts";

import { cachedResponse } from "../http/caching.ts";
import { sha256Hex } from "../http/digest.ts";

/** The forms of a badge, by the ending of its address; nothing depends on Accept, which would split caches. */
export const BADGE_FORMATS = ["svg", "png", "json"] as const;
export type BadgeFormat = (typeof BADGE_FORMATS)[number];

const CONTENT_TYPES: Readonly<Record<BadgeFormat, string>> = {
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  json: "application/json; charset=utf-8",
};

/** A badge is embedded everywhere, so it has its own rules: no script, nothing loaded, everybody may show it. */
export const EMBEDDED_HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

/** Caches downstream (image proxies of forges) keep for about this long whatever we say. */
const MAX_AGE_SECONDS = 300;
/** How long a cache may show a badge that it cannot renew; never beyond the next change. */
const STALE_IF_ERROR_SECONDS = 86_400;
/** What names nothing may be something in a minute: such a badge is kept shortly, and never beyond. */
const UNKNOWN_SECONDS = 60;
/** A badge that could not be looked up is soon asked for again. */
const UNAVAILABLE_SECONDS = 5;

/** A badge as it is sent. */
export interface DrawnBadge {
  readonly kind: FaceKind;
  readonly format: BadgeFormat;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Draws a face in the form that is asked for. The validator comes from the state, and so is known before pixels are. */
export async function drawForm(face: BadgeFace, format: BadgeFormat, options: RequestedBadge): Promise<DrawnBadge> {
  if (format === "json") {
    const body = JSON.stringify(shieldsEndpoint(face));
    return { kind: face.kind, format, body, etag: stateTag(body) };
  }
  const svg = drawBadge(face, options);
  if (format === "svg") return { kind: face.kind, format, body: svg, etag: stateTag(svg) };
  return { kind: face.kind, format, ...(await drawPng(face, options, svg)) };
}

/** To be raised when the same drawing gives other pixels, so that pictures of before are forgotten. */
const RASTER_VERSION = 1;

/**
 * Pictures stand in the edge cache under the state that they show, so that none can be stale. The key is a SHA-256: labels are
 * chosen by strangers, who must find no other badge with the same key.
 */
async function drawPng(
  face: BadgeFace,
  { style, theme, scale }: RequestedBadge,
  svg: string,
): Promise<Pick<DrawnBadge, "body" | "etag">> {
  const state = await sha256Hex(`${RASTER_VERSION} ${scale} ${svg}`);
  const address = `https://badges.stele.internal/${state}.png`;
  const etag = state.slice(0, 32);
  const known = await caches.default.match(address);
  if (known !== undefined) return { etag, body: new Uint8Array(await known.arrayBuffer()) };
  // Loaded when a picture is first drawn: outlines of letters are most of it.
  const { encodeDrawing } = await import("./encode-png.ts");
  const palette = paletteOf(face.tone, theme === "dark" ? "dark" : "light");
  const body = await encodeDrawing(layoutBadge(face, style), palette, scale);
  await caches.default.put(address, new Response(body, { headers: { "cache-control": "public, max-age=31536000" } }));
  return { etag, body };
}

/** Answers with a badge that is true until `nextChange`: caches forget it at that very instant. */
export function badgeResponse(
  request: Request,
  badge: DrawnBadge,
  nextChange: Date | undefined,
  now: Date,
): Promise<Response> {
  if (badge.kind === "unavailable") return briefResponse(request, badge, UNAVAILABLE_SECONDS);
  if (!saysSomething(badge)) return briefResponse(request, badge, UNKNOWN_SECONDS);
  const maxAgeSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS);
  const staleSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS + STALE_IF_ERROR_SECONDS) - maxAgeSeconds;
  return answer(request, badge, maxAgeSeconds, `public, max-age=${maxAgeSeconds}, stale-if-error=${staleSeconds}`);
}

/** Nothing can be said, or not now: an image all the same, which no proxy keeps for the time when it cannot ask. */
function briefResponse(request: Request, badge: DrawnBadge, seconds: number): Promise<Response> {
  return answer(request, badge, seconds, `public, max-age=${seconds}`);
}

function answer(request: Request, { format, body, etag }: DrawnBadge, maxAgeSeconds: number, cacheControl: string) {
  const headers = { ...EMBEDDED_HEADERS, "cache-control": cacheControl };
  return cachedResponse(request, { body, contentType: CONTENT_TYPES[format], maxAgeSeconds, etag, headers });
}
