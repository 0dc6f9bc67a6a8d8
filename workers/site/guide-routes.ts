import { Hono } from "hono";

import type { Guide } from "#core/publishing/guide.ts";
import { guidePage } from "#site/pages/guide.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { pageResponse } from "../http/page-response.ts";
import { filesOfKind } from "../http/site-context.ts";
import { readFragment } from "./fragment-store.ts";
import { requestedView } from "./site-view.ts";

/** Guides, at `/standards/<group>/<name>`; what is none is left to the routes after. */
export const guideRoutes = new Hono<WorkerEnv>().get("/standards/:group/:name", async (context, next) => {
  const { group, name } = context.req.param();
  const { snapshot, index } = await requestedView(context);
  const file = filesOfKind<Guide>(snapshot, "guide").find(({ facts }) => facts.guideId === `${group}/${name}`);
  const fragment = file === undefined ? undefined : await readFragment(context.env, file);
  if (file === undefined || fragment === undefined) return next();
  const html = guidePage({ site: snapshot.site, index, guide: file.facts, fragment, toc: file.toc });
  return pageResponse(context.req.raw, html);
});
