import { Hono } from "hono";

import type { Guide } from "#core/standards/publishing/guide.ts";
import { guidePage } from "#site/pages/standards/guide.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { filesOfKind } from "../../state/site-context.ts";
import { readFragment } from "../states/fragment-store.ts";
import { rememberedPage } from "../states/remembered-page.ts";
import { requestedView } from "../states/site-view.ts";

/** Guides, at `/standards/<group>/<name>`; what is none is left to the routes after. */
export const guideRoutes = new Hono<WorkerEnv>().get("/standards/:group/:name", async (context, next) => {
  const { group, name } = context.req.param();
  const { snapshot } = await requestedView(context);
  const file = filesOfKind<Guide>(snapshot, "guide").find(({ facts }) => facts.guideId === `${group}/${name}`);
  if (file === undefined) return next();
  return rememberedPage(context, async ({ index }) => {
    const fragment = await readFragment(context.env, file);
    if (fragment === undefined) return undefined;
    return guidePage({ site: snapshot.site, index, guide: file.facts, fragment, toc: file.toc });
  });
});
