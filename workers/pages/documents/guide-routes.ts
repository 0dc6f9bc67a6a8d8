import type { Context, MiddlewareHandler } from "hono";

import { guidePage } from "#site/pages/standards/guide.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { filesOfKind, type PublishedFile } from "../../state/site-context.ts";
import { readFragment } from "../states/fragment-store.ts";
import { rememberedPage } from "../states/remembered-page.ts";
import { requestedView } from "../states/site-view.ts";

/** Guides, at `/standards/<group>/<name>`: they come first, as one may be called like the pages beside a document. */
export const guidePages: MiddlewareHandler<WorkerEnv> = async function guidePages(context, next) {
  const isRead = context.req.method === "GET" || context.req.method === "HEAD";
  const file = isRead
    ? await findGuide(context, `${context.req.param("group")}/${context.req.param("name")}`)
    : undefined;
  if (file === undefined) return next();
  return rememberedPage(context, async ({ snapshot, index }) => {
    const fragment = await readFragment(context.env, file);
    if (fragment === undefined) return undefined;
    return guidePage({ site: snapshot.site, index, guide: file.facts, fragment, toc: file.toc });
  });
};

async function findGuide(context: Context<WorkerEnv>, guideId: string): Promise<PublishedFile<"guide"> | undefined> {
  const { snapshot } = await requestedView(context);
  return filesOfKind(snapshot, "guide").find(({ facts }) => facts.guideId === guideId);
}
