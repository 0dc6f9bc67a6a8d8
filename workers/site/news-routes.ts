import { Hono } from "hono";

import { ATOM_MEDIA_TYPE, writeAtom } from "#core/feeds/atom.ts";
import { newsFeed } from "#core/feeds/news-feed.ts";
import type { News } from "#core/publishing/news.ts";
import { newsListPage, newsPage } from "#site/pages/news.tsx";

import type { WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { publicOrigin } from "../http/public-origin.ts";
import { filesOfKind } from "../http/site-context.ts";
import { readFragment } from "./fragment-store.ts";
import { notFound } from "./routes.ts";
import { currentView, requestedView } from "./site-view.ts";

/** Seconds that caches may keep the feed. */
const FEED_MAX_AGE_SECONDS = 300;

/** News of the requested state. */
export const newsRoutes = new Hono<WorkerEnv>();

newsRoutes.get("/news", async (context) => {
  const { snapshot, news } = await requestedView(context);
  return pageResponse(context.req.raw, newsListPage({ site: snapshot.site, news }));
});

newsRoutes.get("/news/:id", async (context) => {
  const id = context.req.param("id");
  const { snapshot, news } = await requestedView(context);
  const file = filesOfKind<News>(snapshot, "news").find(({ facts }) => facts.newsId === id);
  const fragment = file === undefined ? undefined : await readFragment(context.env, file);
  if (file === undefined || fragment === undefined) return notFound(context);
  const position = news.findIndex(({ newsId }) => newsId === id);
  const [newer, older] = [news[position - 1], news[position + 1]];
  const html = newsPage({ site: snapshot.site, news: file.facts, fragment, toc: file.toc, newer, older });
  return pageResponse(context.req.raw, html);
});

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
