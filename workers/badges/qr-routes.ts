import { Hono, type Context } from "hono";

import { saysSomething, type BadgeFace } from "#core/badges/face.ts";
import { drawQr, encodeQr } from "#core/badges/qr.ts";
import { readBadgeOptions } from "#core/badges/read-options.ts";
import { addressSegment } from "#core/badges/snippets.ts";
import { plainFace } from "#core/badges/standing-face.ts";
import { GROUP_PREFIX } from "#core/trust/accounts/reserved-names.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { publicOrigin } from "../state/public-origin.ts";
import { badgeResponse, drawForm, EMBEDDED_HEADERS } from "./badge-response.ts";
import type { BadgeSources } from "./badge-sources.ts";
import { findFace } from "./find-face.ts";

/** A code says nothing but an address, which does not change. */
const MAX_AGE_SECONDS = 86_400;
/** Pixels per module at size 1x: an inch or so on paper. */
const MODULE_PIXELS = 4;

type Modules = Parameters<typeof drawQr>[0];
type QrFormat = "svg" | "png";

/** `/badges/<subject>/<scope>/qr.svg` and `.png`: lead from paper to the status page (SCS-0004, regulation 6). */
export function qrRoutes(sources: BadgeSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  routes.get("/badges/:subject/:scope/qr.svg", (context) => answerQr(context, sources, "svg"));
  routes.get("/badges/:subject/:scope/qr.png", (context) => answerQr(context, sources, "png"));
  return routes;
}

/** The code of a cloud that is known; else a badge that says why there is none, as nobody should print it. */
async function answerQr(
  context: Context<WorkerEnv, "/badges/:subject/:scope/qr.svg">,
  sources: BadgeSources,
  format: QrFormat,
): Promise<Response> {
  const { env, req } = context;
  const { subject, scope } = req.param();
  const now = new Date();
  const { scale, language } = readBadgeOptions(new URL(req.url).searchParams);
  const face = await askFor(() => findFace({ kind: "standing", subject, scope }, { env, sources, now, language }));
  const encoded = encodeQr(`${publicOrigin(env, req.raw)}${statusPath(subject, scope)}`);
  const refusal = encoded.ok ? face : plainFace("refused", undefined, language, "address");
  if (!encoded.ok || !saysSomething(face) || face.kind === "unavailable") {
    const options = readBadgeOptions({ get: (name) => (name === "label" ? null : (req.query(name) ?? null)) });
    return badgeResponse(req.raw, await drawForm(refusal, format, options), undefined, now);
  }
  const drawn = await drawCode(encoded.value, format, scale, `Status page of ${subject}, ${scope}`);
  return cachedResponse(req.raw, { ...drawn, maxAgeSeconds: MAX_AGE_SECONDS, headers: EMBEDDED_HEADERS });

  /** Who prints a code gets an image in every case. */
  async function askFor(find: () => Promise<{ readonly face: BadgeFace }>): Promise<BadgeFace> {
    try {
      return (await find()).face;
    } catch (error) {
      console.error(error); // oxlint-disable-line eslint/no-console -- for the operator
      return plainFace("unavailable", undefined, language);
    }
  }
}

/** Groups stand in the view of the monitor that shows them cloud by cloud. */
function statusPath(subject: string, scope: string): string {
  const view = subject.startsWith(GROUP_PREFIX) ? "/page/detail" : "/certification";
  return `${view}/${addressSegment(subject)}/${addressSegment(scope)}`;
}

async function drawCode(modules: Modules, format: QrFormat, scale: number, title: string) {
  if (format === "svg") return { body: drawQr(modules, title), contentType: "image/svg+xml; charset=utf-8" };
  const { encodeQrPicture } = await import("./encode-png.ts");
  return { body: await encodeQrPicture(modules, MODULE_PIXELS * scale, scale), contentType: "image/png" };
}
