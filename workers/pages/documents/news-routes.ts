import { Hono } from "hono";

import { ATOM_MEDIA_TYPE, writeAtom } from "#core/base/xml/atom.ts";
import { newsFeed } from "#core/standards/feeds/news-feed.ts";
import { newsListPage, newsPage } from "#site/pages/standards/news.tsx";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { publicOrigin } from "../../state/public-origin.ts";
import { filesOfKind } from "../../state/site-context.ts";
import { readFragment } from "../states/fragment-store.ts";
import { rememberedPage } from "../states/remembered-page.ts";
import { currentView } from "../states/site-view.ts";

/** Seconds that caches may keep the feed. */
const FEED_MAX_AGE_SECONDS = 300;

/** News of the requested state. */
export const newsRoutes = new Hono<WorkerEnv>();

newsRoutes.get("/news", (context) =>
  rememberedPage(context, ({ snapshot, news }) => newsListPage({ site: snapshot.site, news })),
);

newsRoutes.get("/news/:id", (context) =>
  rememberedPage(context, async ({ snapshot, news }) => {
    const id = context.req.param("id");
    const file = filesOfKind(snapshot, "news").find(({ facts }) => facts.newsId === id);
    const fragment = file === undefined ? undefined : await readFragment(context.env, file);
    if (file === undefined || fragment === undefined) return undefined;
    const position = news.findIndex(({ newsId }) => newsId === id);
    const [newer, older] = [news[position - 1], news[position + 1]];
    return newsPage({ site: snapshot.site, news: file.facts, fragment, toc: file.toc, newer, older });
  }),
);

/** The feed of news, of the current state only. */
export const newsFeedRoutes = new Hono<WorkerEnv>().get("/news/feed.xml", async (context) => {
  const { snapshot, news } = await currentView(context.env, new Date());
  const { title, community } = snapshot.site;
  const origin = publicOrigin(context.env, context.req.raw);
  return cachedResponse(context.req.raw, {
    body: writeAtom(newsFeed(news, { title: `${title}: news`, author: community, origin })),
    contentType: ATOM_MEDIA_TYPE,
    maxAgeSeconds: FEED_MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
});
