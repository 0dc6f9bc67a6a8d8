import { raw } from "hono/html";

import { newsHref, type News } from "#core/standards/publishing/news.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import { diagramScripts } from "../../diagrams.ts";
import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { DateText } from "../../parts/date-text.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { Pager } from "../../parts/pager.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";

const FEED = { type: "application/atom+xml", href: "/news/feed.xml", title: "News" };

/** All news, newest first. */
export function newsListPage({ site, news }: { readonly site: StatedSite; readonly news: readonly News[] }): string {
  return renderPage({
    site,
    path: "/news",
    title: "News",
    description: `What is new in the ${site.community} community.`,
    section: "news",
    alternates: [FEED],
    header: (
      <PageHeader title="News" lead="Announcements and notices, newest first. News sets no rule; the standards do.">
        <p>
          <a href="/news/feed.xml" type="application/atom+xml">
            Subscribe to the feed
          </a>{" "}
          · <a href="/feed.xml">Changes of the standards as a feed</a>
        </p>
      </PageHeader>
    ),
    children:
      news.length === 0 ? (
        <EmptyState title="No news yet">
          <p>Texts of the folder for news are listed here as soon as they are published.</p>
        </EmptyState>
      ) : (
        <ol class="release-list" reversed>
          {news.map((item) => (
            <NewsItem news={item} />
          ))}
        </ol>
      ),
  });
}

function NewsItem({ news }: { news: News }) {
  return (
    <li>
      <p class="release-date">{news.date === undefined ? null : <DateText date={news.date} />}</p>
      <div>
        <h2>
          <a href={newsHref(news)}>{news.title}</a>
        </h2>
        {news.description === undefined ? null : <p>{news.description}</p>}
      </div>
    </li>
  );
}

/** One piece of news. */
export interface NewsPage {
  readonly site: StatedSite;
  readonly news: News;
  /** The rendered and sanitized text, put in as it is. */
  readonly fragment: string;
  readonly toc: readonly TocEntry[];
  readonly older?: News | undefined;
  readonly newer?: News | undefined;
}

/** A piece of news with its date and authors. */
export function newsPage({ site, news, fragment, toc, older, newer }: NewsPage): string {
  const neighbor = (other: News | undefined) =>
    other === undefined ? undefined : { href: newsHref(other), text: other.title };
  return renderPage({
    site,
    path: newsHref(news),
    title: news.title,
    description: news.description,
    section: "news",
    alternates: [FEED],
    scripts: diagramScripts(fragment),
    breadcrumb: [{ href: "/news", text: "News" }, { text: news.title }],
    header: (
      <PageHeader eyebrow="News" title={news.title} lead={news.description}>
        <Facts
          facts={[
            { term: "Published", value: news.date === undefined ? undefined : <DateText date={news.date} /> },
            { term: "By", value: news.authors?.join(", ") },
          ]}
        />
      </PageHeader>
    ),
    aside: <TableOfContents entries={toc} />,
    children: [
      <article class="prose">{raw(fragment)}</article>,
      <Pager label="Older and newer news" previous={neighbor(older)} next={neighbor(newer)} />,
    ],
  });
}
