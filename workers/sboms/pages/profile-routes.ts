import { Hono } from "hono";

import { drawBadge } from "#core/badges/draw-badge.ts";
import type { BadgeFace } from "#core/badges/face.ts";

import { publicJson } from "../../http/public-json.ts";
import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { profileFace, unknownProfileFace, withdrawnFace } from "./profile-face.ts";
import { findProfiles } from "../stores/profile-store.ts";
import { withdrawalOfId } from "../stores/history-store.ts";
import { openSbom } from "./open-sbom.ts";
import { findSbom } from "../stores/sbom-store.ts";

/** Bytes and rules decide, and rules change only with a deployment. */
const MAX_AGE_SECONDS = 3600;

/** What the profiles say of published SBOMs: results and badges. */
export const profileRoutes = new Hono<WorkerEnv>();

profileRoutes.on("GET", ["/sboms/:id/profiles.json", "/api/v1/sboms/:id/profiles"], async (context) => {
  const sbom = await openSbom(context, context.req.param("id"));
  if (sbom instanceof Response) return sbom;
  return publicJson(
    context.req.raw,
    { id: sbom.id, sha256: sbom.sha256, profiles: await findProfiles(context.env, sbom) },
    MAX_AGE_SECONDS,
  );
});

profileRoutes.get("/badges/sboms/:id/:file{[a-z0-9-]+\\.svg}", async (context) => {
  const { id, file } = context.req.param();
  const sbom = await findSbom(context.env, id);
  if (sbom === undefined) {
    const isWithdrawn = (await withdrawalOfId(context.env, id)) !== undefined;
    return isWithdrawn
      ? badge(context.req.raw, withdrawnFace(), 410)
      : badge(context.req.raw, unknownProfileFace("SBOM"), 404);
  }
  const profiles = await findProfiles(context.env, sbom);
  const profile = profiles.find((known) => `${known.id}.svg` === file);
  if (profile === undefined) return badge(context.req.raw, unknownProfileFace("profile"), 404);
  return badge(context.req.raw, profileFace(profile, sbom.isDemo));
});

/** Pages embed badges as pictures, so what is not known is drawn too. */
function badge(request: Request, face: BadgeFace, status?: number): Promise<Response> {
  return cachedResponse(request, {
    body: drawBadge(face),
    contentType: "image/svg+xml",
    maxAgeSeconds: status === undefined ? MAX_AGE_SECONDS : 60,
    headers: { "access-control-allow-origin": "*" },
    ...(status === undefined ? {} : { status }),
  });
}
