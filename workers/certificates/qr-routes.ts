import { Hono } from "hono";

import { drawQr } from "#core/badges/qr.ts";

import type { WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../http/public-origin.ts";

/** A code says nothing but an address, which does not change. */
const MAX_AGE_SECONDS = 86_400;

/** Embedded and printed by others: no script, nothing loaded, everybody may show it. */
const IMAGE_HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

/** `/badges/<subject>/<scope>/qr.svg`: leads from paper to the status page (SCS-0004, regulation 6). */
export const qrRoutes = new Hono<WorkerEnv>();

qrRoutes.get("/badges/:subject/:scope/qr.svg", (context) => {
  const { subject, scope } = context.req.param();
  const path = `/certification/${encodeURIComponent(subject)}/${encodeURIComponent(scope)}`;
  const drawn = drawQr(`${publicOrigin(context.env, context.req.raw)}${path}`, `Status page of ${subject}, ${scope}`);
  if (!drawn.ok) {
    const detail = `The address has more than ${drawn.failure.limit} characters; no scanner would read it from paper.`;
    return problemResponse({ status: 414, title: "Address too long", detail });
  }
  return cachedResponse(context.req.raw, {
    body: drawn.value,
    contentType: "image/svg+xml; charset=utf-8",
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: IMAGE_HEADERS,
  });
});
