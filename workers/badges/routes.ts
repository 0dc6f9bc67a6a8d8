import { Hono, type Context } from "hono";

import { readBadgeOptions } from "#core/badges/read-options.ts";
import { relabel } from "#core/badges/relabel.ts";
import { plainFace } from "#core/badges/standing-face.ts";

import type { WorkerEnv } from "../state/bindings.ts";
import { MEMORY_BOUNDS } from "../state/memory-bounds.ts";
import { createMemory } from "../state/memory.ts";
import { BADGE_FORMATS, badgeResponse, drawForm, type BadgeFormat, type DrawnBadge } from "./badge-response.ts";
import type { BadgeSources } from "./badge-sources.ts";
import { embedRoutes } from "./embed-routes.ts";
import { findFace, type BadgeTarget } from "./find-face.ts";
import { qrRoutes } from "./qr-routes.ts";

type BadgeRequest = Context<WorkerEnv>;

/** Pages with many badges, and the proxies before them, ask for the same ones again and again. */
const memory = createMemory<{ readonly drawn: DrawnBadge; readonly nextChange: Date | undefined }>(
  MEMORY_BOUNDS.badges,
);

/** Files of badges: name and format. */
const FILE = `{[^/]+\\.(?:${BADGE_FORMATS.join("|")})}`;

/** Badges: an image in every case, unknown subjects and scopes included, so that no page shows a broken one. */
export function badgeRoutes(sources: BadgeSources): Hono<WorkerEnv> {
  const routes = new Hono<WorkerEnv>();
  const answer = (context: BadgeRequest, target: BadgeTarget, format: BadgeFormat) =>
    answerBadge(context, sources, target, format);
  routes.route("/", qrRoutes(sources));
  routes.route("/", embedRoutes(sources));
  routes.get(`/badges/providers/:file${FILE}`, (context) => {
    const { name, format } = splitFile(context.req.param("file"));
    return answer(context, { kind: "provider", provider: name, scope: undefined }, format);
  });
  routes.get(`/badges/providers/:provider/:file${FILE}`, (context) => {
    const { name, format } = splitFile(context.req.param("file"));
    return answer(context, { kind: "provider", provider: context.req.param("provider"), scope: name }, format);
  });
  routes.get(`/badges/:subject/:scope/:file{recommended\\.(?:${BADGE_FORMATS.join("|")})}`, (context) => {
    const { subject, scope, file } = context.req.param();
    return answer(context, { kind: "recommended", subject, scope }, splitFile(file).format);
  });
  routes.get(`/badges/:subject/:file${FILE}`, (context) => {
    const { name, format } = splitFile(context.req.param("file"));
    return answer(context, { kind: "standing", subject: context.req.param("subject"), scope: name }, format);
  });
  // Last: an address with a mistake in it.
  routes.get("/badges/*", (context) => answer(context, { kind: "nothing" }, splitFile(context.req.path).format));
  return routes;
}

/** The name of a file and its format; SVG where the ending is none of ours. */
function splitFile(file: string): { readonly name: string; readonly format: BadgeFormat } {
  const dot = file.lastIndexOf(".");
  const format = BADGE_FORMATS.find((known) => known === file.slice(dot + 1));
  return { name: file.slice(0, dot), format: format ?? "svg" };
}

async function answerBadge(context: BadgeRequest, sources: BadgeSources, target: BadgeTarget, format: BadgeFormat) {
  const { env, req } = context;
  const now = new Date();
  const at = req.url.indexOf("/", 8);
  try {
    const badge = await memory.recall(req.url.slice(at), now, async () => {
      const options = readBadgeOptions({ get: (name) => req.query(name) ?? null });
      const state = await findFace(target, { env, sources, now, language: options.language });
      const face = relabel(state.face, { ...options, declared: state.labels, isDemo: state.isDemo });
      const drawn = await drawForm(face, format, options);
      return { value: { drawn, nextChange: state.nextChange }, until: state.nextChange };
    });
    return await badgeResponse(req.raw, badge.drawn, badge.nextChange, now);
  } catch (error) {
    // oxlint-disable-next-line eslint/no-console -- for the operator; who embeds a badge gets one in every case
    console.error(error);
    const options = readBadgeOptions({ get: (name) => req.query(name) ?? null });
    const face = plainFace("unavailable", undefined, options.language);
    return badgeResponse(req.raw, await drawForm(face, format, options), undefined, now);
  }
}
