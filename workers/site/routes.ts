import { Hono, type Context } from "hono";

import { relationsOf } from "#core/documents/catalog.ts";
import { mentioning } from "#core/publishing/published-document.ts";
import type { Release } from "#core/publishing/release.ts";
import type { ScopeFacts } from "#core/publishing/scope-facts.ts";
import { numberRequirements } from "#core/requirements/mark-requirements.ts";
import { decisionGraphPage } from "#site/pages/decision-graph.tsx";
import { decisionsPage } from "#site/pages/decisions.tsx";
import { documentPage } from "#site/pages/document.tsx";
import { homePage, type CloudEntry } from "#site/pages/home.tsx";
import { notFoundPage } from "#site/pages/not-found.tsx";
import { numberPage } from "#site/pages/number.tsx";
import { releasePage } from "#site/pages/release.tsx";
import { releasesPage, type ReleaseEntry } from "#site/pages/releases.tsx";
import { standardsOverviewPage } from "#site/pages/standards-overview.tsx";
import { trackPage } from "#site/pages/track.tsx";
import { trackSegment } from "#site/standards-index.ts";

import type { Bindings, WorkerEnv } from "../bindings.ts";
import { cachedResponse } from "../http/caching.ts";
import { pageResponse } from "../http/page-response.ts";
import { requestedBase } from "../http/requested-state.ts";
import { filesOfKind, type PublishedFile, type Snapshot } from "../http/site-context.ts";
import { citeFrom } from "./cite-document.ts";
import { documentLinks } from "./document-links.ts";
import { readFragment } from "./fragment-store.ts";
import { publishedRequirements } from "./published-requirements.ts";
import { findMovedPage, suggestPages } from "./moved-pages.ts";
import { findReleaseSbom } from "./release-sbom-store.ts";
import { currentView, findDocumentFile, requestedView, type SiteView } from "./site-view.ts";

type SiteContext = Context<WorkerEnv>;

/** What the home page shows of other slices; `workers/index.ts` connects them. */
export interface HomeSources {
  readonly listClouds: (env: Bindings, snapshot: Snapshot, now: Date) => Promise<readonly CloudEntry[]>;
}

/** The home page, which brings the slices together. */
export function homeRoutes({ listClouds }: HomeSources): Hono<WorkerEnv> {
  return new Hono<WorkerEnv>().get("/", async (context) => {
    const now = new Date();
    const view = await currentView(context.env, now);
    const clouds = await listClouds(context.env, view.snapshot, now);
    const releases = view.releases.map((file) => releaseEntry(file.facts));
    return pageResponse(context.req.raw, homePage({ ...pageFacts(view), clouds, releases, news: view.news }));
  });
}

/** The pages of the standards site: documents, decisions, releases; of the current state, or of the one requested. */
export const siteRoutes = new Hono<WorkerEnv>();

siteRoutes.get("/standards", async (context) => {
  const view = await requestedView(context);
  return pageResponse(context.req.raw, standardsOverviewPage({ ...pageFacts(view), ...overviewQuery(context) }));
});

siteRoutes.get("/decisions", async (context) => {
  const view = await requestedView(context);
  return pageResponse(context.req.raw, decisionsPage({ ...pageFacts(view), sort: context.req.query("sort") }));
});

siteRoutes.get("/decisions/graph", async (context) => {
  const view = await requestedView(context);
  const scopes = filesOfKind<ScopeFacts>(view.snapshot, "scope").map(
    ({ facts: { alias, name, documentIds = [] } }) => ({
      name,
      href: `/certification/scopes/${encodeURIComponent(alias)}`,
      documentIds,
    }),
  );
  return pageResponse(context.req.raw, decisionGraphPage({ ...pageFacts(view), scopes }));
});

siteRoutes.get("/standards/:name{.+\\.md}", async (context) => {
  const view = await requestedView(context);
  const file = findDocumentFile(view, context.req.param("name").replace(/\.md$/, ""));
  const source = file === undefined ? null : await context.env.BLOBS.get(`blobs/${file.sha256}`);
  if (file === undefined || source === null) return notFound(context);
  return cachedResponse(context.req.raw, {
    body: await source.arrayBuffer(),
    contentType: "text/markdown; charset=utf-8",
    maxAgeSeconds: 60,
    etag: file.sha256,
    headers: { "access-control-allow-origin": "*" },
  });
});

siteRoutes.get("/standards/:name", async (context) => {
  const { name } = context.req.param();
  const view = await requestedView(context);
  const track = view.index.find((entry) => trackSegment(entry.track.id) === name);
  if (track !== undefined)
    return pageResponse(context.req.raw, trackPage({ ...pageFacts(view), track, sort: context.req.query("sort") }));
  const number = view.index.flatMap((entry) => entry.numbers).find((entry) => entry.id === name);
  const file = findDocumentFile(view, name);
  // A group of one has its document's name: the document wins, the number is only a way to it.
  if (file === undefined)
    return number === undefined ? notFound(context) : context.redirect(requestedBase(context) + number.href, 301);
  const fragment = await readFragment(context.env, file);
  if (fragment === undefined) return notFound(context);
  const requirements = (await publishedRequirements(context.env, view.snapshot)).get(file.facts.documentId) ?? [];
  const html = documentPage({
    ...pageFacts(view),
    document: file.facts,
    relations: relationsOf(file.facts, view.documents),
    referencedBy: mentioning(file.facts.documentId, view.documents),
    fragment: numberRequirements(
      fragment,
      requirements.map(({ number }) => number),
    ),
    toc: file.toc,
    links: documentLinks(view, file, requirements.length),
    citation: citeFrom(context, view, file.facts),
    keyWords: requirements.flatMap(({ keyWords }) => keyWords),
  });
  return pageResponse(context.req.raw, html);
});

siteRoutes.get("/standards/:track/:number", async (context) => {
  const { track: segment, number: id } = context.req.param();
  const view = await requestedView(context);
  const track = view.index.find((entry) => trackSegment(entry.track.id) === segment);
  const number = track?.numbers.find((entry) => entry.id === id);
  if (track === undefined || number === undefined) return notFound(context);
  return pageResponse(context.req.raw, numberPage({ ...pageFacts(view), track, number }));
});

siteRoutes.get("/releases", async (context) => {
  const { snapshot, releases } = await requestedView(context);
  const entries = releases.map((file) => releaseEntry(file.facts));
  return pageResponse(context.req.raw, releasesPage({ site: snapshot.site, releases: entries }));
});

siteRoutes.get("/releases/:id", async (context) => {
  const { snapshot, releases } = await requestedView(context);
  const position = releases.findIndex((release) => release.facts.releaseId === context.req.param("id"));
  const file = releases[position];
  const fragment = file === undefined ? undefined : await readFragment(context.env, file);
  if (file === undefined || fragment === undefined) return notFound(context);
  const html = releasePage({
    site: snapshot.site,
    release: releaseEntry(file.facts),
    fragment,
    toc: file.toc,
    sbom: await findReleaseSbom(context.env, snapshot, file),
    newer: neighbor(releases[position - 1]),
    older: neighbor(releases[position + 1]),
  });
  return pageResponse(context.req.raw, html);
});

/**
 * The answer for an address that leads nowhere: the page that it led to in the past, where there was one, else a page that
 * says so and offers others. `reason` says why there is none, where it is known.
 */
export async function notFound(context: SiteContext, reason?: string): Promise<Response> {
  const view = await requestedView(context);
  const base = requestedBase(context);
  const path = context.req.path.slice(base.length).replace(/(?<=.)\/+$/, "");
  const moved = reason === undefined ? findMovedPage(view, path) : undefined;
  if (moved !== undefined) {
    context.header("cache-control", "public, max-age=3600");
    return context.redirect(base + moved, 301);
  }
  const suggestions = reason === undefined ? suggestPages(view, path) : [];
  const html = notFoundPage({ site: view.snapshot.site, path: context.req.path, reason, suggestions });
  return pageResponse(context.req.raw, html, { status: 404, maxAgeSeconds: 0 });
}

function overviewQuery(context: SiteContext): { status: string | undefined; sort: string | undefined } {
  return { status: context.req.query("status"), sort: context.req.query("sort") };
}

function pageFacts(view: SiteView): { site: SiteView["snapshot"]["site"]; index: SiteView["index"]; today: string } {
  return { site: view.snapshot.site, index: view.index, today: view.today };
}

function releaseEntry(release: Release): ReleaseEntry {
  return { ...release, href: releaseHref(release), description: release.description };
}

function releaseHref({ releaseId }: Release): string {
  return `/releases/${encodeURIComponent(releaseId)}`;
}

function neighbor(file: PublishedFile<Release> | undefined): { href: string; text: string } | undefined {
  return file === undefined ? undefined : { href: releaseHref(file.facts), text: file.facts.title };
}
