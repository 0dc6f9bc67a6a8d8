import type { Root } from "mdast";

import type { Finding } from "#core/base/finding.ts";
import { validate } from "#schemas/compiled/news-front-matter.js";

import { readFrontMatter } from "./read-front-matter.ts";

/** A dated piece of news, for example a security notice; it sets no rule. */
export interface News {
  /** File name without `.md`; the last segment of its address. */
  readonly newsId: string;
  readonly title: string;
  /** ISO calendar date; undefined where the front matter cannot be read. */
  readonly date: string | undefined;
  readonly description?: string;
  readonly authors?: readonly string[];
}

/** Address of a piece of news. */
export function newsHref({ newsId }: Pick<News, "newsId">): string {
  return `/news/${encodeURIComponent(newsId)}`;
}

/** News, newest first; those of one day by their names. */
export function sortNews(news: readonly News[]): News[] {
  const key = ({ date = "", newsId }: News): string => `${date} ${newsId}`;
  return news.toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** Reads the front matter of a piece of news; where it is faulty, the file name stands in and findings say what to write. */
export function readNews(path: string, root: Root): { readonly news: News; readonly findings: readonly Finding[] } {
  const newsId = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  const { value, findings } = readFrontMatter(root, validate, {
    path,
    rule: "news",
    source: { clause: "Stele, news" },
    fields: ["title", "date"],
  });
  return { news: { newsId, title: newsId, date: undefined, ...value }, findings };
}
