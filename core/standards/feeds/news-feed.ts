import { newsHref, type News } from "#core/standards/publishing/news.ts";

import type { AtomFeed } from "#core/base/xml/atom.ts";
import { BEFORE_ALL_CHANGES, tagOf, type FeedScope } from "./change-feed.ts";

/** News that a feed holds. */
const FEED_ENTRIES = 50;

/** The feed of news, newest first. A piece of news counts from the beginning of its day, UTC; without a day it is left out. */
export function newsFeed(news: readonly News[], { title, author, origin }: Omit<FeedScope, "path">): AtomFeed {
  const entries = news.flatMap((item) => {
    if (item.date === undefined) return [];
    return {
      id: `${tagOf(origin)}:news/${item.newsId}`,
      title: item.title,
      summary: item.description ?? item.title,
      url: origin + newsHref(item),
      updated: `${item.date}T00:00:00.000Z`,
      categories: ["news"],
    };
  });
  return {
    id: `${tagOf(origin)}:/news`,
    title,
    author,
    selfUrl: `${origin}/news/feed.xml`,
    pageUrl: `${origin}/news`,
    updated: entries[0]?.updated ?? BEFORE_ALL_CHANGES,
    entries: entries.slice(0, FEED_ENTRIES),
  };
}
