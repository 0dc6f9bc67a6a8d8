import { guideHref } from "#core/standards/publishing/guide.ts";
import { newsHref } from "#core/standards/publishing/news.ts";

import { filesOfKind } from "../../state/site-context.ts";
import type { SiteView } from "./site-view.ts";

/** A page of the current state. */
export interface SitePage {
  readonly href: string;
  /** What people call it. */
  readonly title: string;
  /** The published file that it shows, where it is one. */
  readonly file?: string | undefined;
}

/** All pages of a state, for the sitemap and for guesses at what an address meant. */
export function listPages(view: SiteView): SitePage[] {
  const paths = new Map(view.snapshot.files.map(({ path }) => [path.slice(path.lastIndexOf("/") + 1), path]));
  const numbers = view.index.flatMap((track) => track.numbers);
  return [
    { href: "/", title: view.snapshot.site.title },
    { href: "/standards", title: "Standards" },
    { href: "/decisions", title: "Decisions" },
    { href: "/releases", title: "Releases" },
    { href: "/requirements", title: "Requirements" },
    { href: "/certification", title: "Certification" },
    { href: "/sboms", title: "SBOMs" },
    ...filesOfKind(view.snapshot, "scope").map(({ path, facts }) => ({
      href: `/certification/scopes/${encodeURIComponent(facts.alias)}`,
      title: facts.name,
      file: path,
    })),
    ...view.index.map(({ href, track }) => ({ href, title: `${track.id} standards` })),
    ...numbers.map(({ href, id, title }) => ({ href, title: `${id}: ${title}` })),
    ...numbers
      .flatMap(({ versions, supplements }) => [...versions, ...supplements])
      .map(({ href, document }) => ({
        href,
        title: `${document.documentId}: ${document.title}`,
        file: paths.get(`${document.documentId}.md`),
      })),
    ...filesOfKind(view.snapshot, "guide").map(({ path, facts }) => ({
      href: guideHref(facts),
      title: facts.title,
      file: path,
    })),
    ...(view.news.length === 0 ? [] : [{ href: "/news", title: "News" }]),
    ...filesOfKind(view.snapshot, "news").map(({ path, facts }) => ({
      href: newsHref(facts),
      title: facts.title,
      file: path,
    })),
    ...view.releases.map(({ path, facts }) => ({
      href: `/releases/${encodeURIComponent(facts.releaseId)}`,
      title: facts.title,
      file: path,
    })),
  ];
}
