import { drawBadge, layoutBadge } from "#core/badges/draw-badge.ts";
import type { BadgeFace } from "#core/badges/face.ts";
import { paletteOf } from "#core/badges/palette.ts";
import type { RequestedBadge } from "#core/badges/read-options.ts";
import { shieldsEndpoint } from "#core/badges/shields-endpoint.ts";
import { stateTag } from "#core/badges/state-tag.ts";

import { cachedResponse } from "../http/caching.ts";

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
/** A badge that could not be looked up is soon asked for again. */
const UNAVAILABLE_SECONDS = 5;

/** A badge as it is sent. */
export interface DrawnBadge {
  readonly format: BadgeFormat;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** Draws a face in the form that is asked for. The validator comes from the state, and so is known before pixels are. */
export async function drawForm(face: BadgeFace, format: BadgeFormat, options: RequestedBadge): Promise<DrawnBadge> {
  if (format === "json") {
    const body = JSON.stringify(shieldsEndpoint(face));
    return { format, body, etag: stateTag(body) };
  }
  const svg = drawBadge(face, options);
  if (format === "svg") return { format, body: svg, etag: stateTag(svg) };
  const etag = stateTag(`png ${options.scale} ${svg}`);
  return { format, etag, body: await drawPng(face, options, etag) };
}

/** Pictures by the state that they show: a state is never drawn twice while an isolate remembers it. */
const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
const KEPT_PICTURES = 100;

async function drawPng(face: BadgeFace, { style, theme, scale }: RequestedBadge, etag: string) {
  const known = pictures.get(etag);
  if (known !== undefined) return known;
  // Loaded when the first picture is asked for: outlines of letters are most of it.
  const { encodeDrawing } = await import("./encode-png.ts");
  const palette = paletteOf(face.tone, theme === "dark" ? "dark" : "light");
  const picture = await encodeDrawing(layoutBadge(face, style), palette, scale);
  if (pictures.size >= KEPT_PICTURES) pictures.delete(pictures.keys().next().value ?? "");
  pictures.set(etag, picture);
  return picture;
}

/** Answers with a badge that is true until `nextChange`: caches forget it at that very instant. */
export function badgeResponse(
  request: Request,
  badge: DrawnBadge,
  nextChange: Date | undefined,
  now: Date,
): Promise<Response> {
  const maxAgeSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS);
  const staleSeconds = secondsUntil(nextChange, now, MAX_AGE_SECONDS + STALE_IF_ERROR_SECONDS) - maxAgeSeconds;
  return answer(request, badge, maxAgeSeconds, `public, max-age=${maxAgeSeconds}, stale-if-error=${staleSeconds}`);
}

/** Answers with a badge that says that nothing can be said now: an image all the same, and forgotten at once. */
export function unavailableResponse(request: Request, badge: DrawnBadge): Promise<Response> {
  return answer(request, badge, UNAVAILABLE_SECONDS, `public, max-age=${UNAVAILABLE_SECONDS}`);
}

function answer(request: Request, { format, body, etag }: DrawnBadge, maxAgeSeconds: number, cacheControl: string) {
  const headers = { ...EMBEDDED_HEADERS, "cache-control": cacheControl };
  return cachedResponse(request, { body, contentType: CONTENT_TYPES[format], maxAgeSeconds, etag, headers });
}

function secondsUntil(nextChange: Date | undefined, now: Date, atMost: number): number {
  if (nextChange === undefined) return atMost;
  return Math.max(0, Math.min(atMost, Math.floor((nextChange.getTime() - now.getTime()) / 1000)));
}
