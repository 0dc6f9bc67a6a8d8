import { Hono, type Context } from "hono";

import { drawQr, encodeQr } from "#core/badges/qr.ts";
import { readBadgeOptions } from "#core/badges/read-options.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse, type Cacheable } from "../http/caching.ts";
import { problemResponse } from "../http/problem.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { EMBEDDED_HEADERS } from "./badge-response.ts";

/** A code says nothing but an address, which does not change. */
const MAX_AGE_SECONDS = 86_400;
/** Pixels per module at size 1x: an inch or so on paper. */
const MODULE_PIXELS = 4;

/** `/badges/<subject>/<scope>/qr.svg` and `.png`: lead from paper to the status page (SCS-0004, regulation 6). */
export const qrRoutes = new Hono<WorkerEnv>();

qrRoutes.get("/badges/:subject/:scope/qr.svg", (context) =>
  answerQr(context, async (modules, title) => ({
    body: drawQr(modules, title),
    contentType: "image/svg+xml; charset=utf-8",
  })),
);

qrRoutes.get("/badges/:subject/:scope/qr.png", (context) =>
  answerQr(context, async (modules) => {
    const { scale } = readBadgeOptions(new URL(context.req.url).searchParams);
    const { encodeQrPicture } = await import("./encode-png.ts");
    return { body: await encodeQrPicture(modules, MODULE_PIXELS * scale, scale), contentType: "image/png" };
  }),
);

type Modules = Parameters<typeof drawQr>[0];

async function answerQr(
  context: Context<WorkerEnv, string>,
  draw: (modules: Modules, title: string) => Promise<Pick<Cacheable, "body" | "contentType">>,
): Promise<Response> {
  const subject = context.req.param("subject") ?? "";
  const scope = context.req.param("scope") ?? "";
  const path = `/certification/${encodeURIComponent(subject)}/${encodeURIComponent(scope)}`;
  const encoded = encodeQr(`${publicOrigin(context.env, context.req.raw)}${path}`);
  if (!encoded.ok) {
    const detail = `The address has more than ${encoded.failure.limit} characters; no scanner would read it from paper.`;
    return problemResponse({ status: 414, title: "Address too long", detail });
  }
  const drawn = await draw(encoded.value, `Status page of ${subject}, ${scope}`);
  return cachedResponse(context.req.raw, { ...drawn, maxAgeSeconds: MAX_AGE_SECONDS, headers: EMBEDDED_HEADERS });
}
