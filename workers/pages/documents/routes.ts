import { Hono, type Context } from "hono";

import { secondsUntil } from "#core/base/time/seconds-until.ts";
import { relationsOf } from "#core/standards/documents/catalog.ts";
import { mentioning } from "#core/standards/publishing/published-document.ts";
import type { Release } from "#core/standards/publishing/release.ts";
import { numberRequirements } from "#core/standards/requirements/mark-requirements.ts";
import { decisionGraphPage } from "#site/pages/standards/decision-graph.tsx";
import { decisionsPage } from "#site/pages/standards/decisions.tsx";
import { documentPage } from "#site/pages/standards/document.tsx";
import { homePage, type StandingEntry } from "#site/pages/home.tsx";
import { numberPage } from "#site/pages/standards/number.tsx";
import { releasePage } from "#site/pages/releases/release.tsx";
import { releasesPage, type ReleaseEntry } from "#site/pages/releases/releases.tsx";
import { standardsOverviewPage } from "#site/pages/standards/standards-overview.tsx";
import { trackPage } from "#site/pages/standards/track.tsx";
import type { ScopeInclusion } from "#site/scope-inclusion.ts";
import { trackSegment } from "#site/standards-index.ts";

import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { PAGE_MAX_AGE_SECONDS, pageResponse } from "../../http/page-response.ts";
import { requestedBase } from "../../state/requested-state.ts";
import { filesOfKind, type PublishedFile, type Snapshot } from "../../state/site-context.ts";
import { citeFrom } from "./cite-document.ts";
import { documentLinks } from "./document-links.ts";
import { readFragment } from "../states/fragment-store.ts";
import { publishedRequirements } from "../requirements/published-requirements.ts";
import { notFound } from "../states/not-found.ts";
import { findReleaseDiff, findReleaseSbom } from "./release-sbom-store.ts";
import { rememberedPage } from "../states/remembered-page.ts";
import { currentView, findDocumentFile, requestedView, type SiteView } from "../states/site-view.ts";

type SiteContext = Context<WorkerEnv>;

/** What the home page shows of other slices; `workers/app/index.ts` connects them. */
export interface HomeSources {
  readonly listClouds: (
    env: Bindings,
    snapshot: Snapshot,
    now: Date,
  ) => Promise<{ readonly clouds: readonly StandingEntry[]; readonly nextChange: Date | undefined }>;
}

/** The home page, which brings the slices together. */
export function homeRoutes({ listClouds }: HomeSources): Hono<WorkerEnv> {
  return new Hono<WorkerEnv>().get("/", async (context) => {
    const now = new Date();
    const view = await currentView(context.env, now);
    const { clouds, nextChange } = await listClouds(context.env, view.snapshot, now);
    const releases = view.releases.map((file) => releaseEntry(file.facts));
    const html = homePage({ ...pageFacts(view), clouds, releases, news: view.news });
    return pageResponse(context.req.raw, html, { maxAgeSeconds: secondsUntil(nextChange, now, PAGE_MAX_AGE_SECONDS) });
  });
}

/** The pages of the standards site: documents, decisions, releases; of the current state, or of the one requested. */
export const siteRoutes = new Hono<WorkerEnv>();

siteRoutes.get("/standards", (context) =>
  rememberedPage(context, (view) => standardsOverviewPage({ ...pageFacts(view), ...overviewQuery(context) })),
);

siteRoutes.get("/decisions", (context) =>
  rememberedPage(context, (view) => decisionsPage({ ...pageFacts(view), sort: context.req.query("sort") })),
);

siteRoutes.get("/decisions/graph", (context) =>
  rememberedPage(context, (view) => {
    const scopes = filesOfKind(view.snapshot, "scope").map(({ facts: { alias, name, documentIds = [] } }) => ({
      name,
      href: `/certification/scopes/${encodeURIComponent(alias)}`,
      documentIds,
    }));
    return decisionGraphPage({ ...pageFacts(view), scopes });
  }),
);

siteRoutes.get("/standards/:name{[^/]+\\.md}", async (context) => {
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

siteRoutes.get("/standards/:name", (context) =>
  rememberedPage(context, async (view) => {
    const { name } = context.req.param();
    const track = view.index.find((entry) => trackSegment(entry.track.id) === name);
    if (track !== undefined) return trackPage({ ...pageFacts(view), track, sort: context.req.query("sort") });
    const file = findDocumentFile(view, name);
    if (file !== undefined) return renderDocument(context, view, file);
    // A group of one has its document's name: the document wins, the number is only a way to it.
    const number = view.index.flatMap((entry) => entry.numbers).find((entry) => entry.id === name);
    return number === undefined ? undefined : context.redirect(requestedBase(context) + number.href, 301);
  }),
);

async function renderDocument(
  context: SiteContext,
  view: SiteView,
  file: PublishedFile<"document">,
): Promise<string | undefined> {
  const fragment = await readFragment(context.env, file);
  if (fragment === undefined) return undefined;
  const requirements = (await publishedRequirements(context.env, view.snapshot)).get(file.facts.documentId) ?? [];
  return documentPage({
    ...pageFacts(view),
    document: file.facts,
    relations: relationsOf(file.facts, view.documents),
    inclusions: inclusionsOf(view, file.facts.documentId),
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
}

function inclusionsOf({ snapshot }: SiteView, documentId: string): ScopeInclusion[] {
  return filesOfKind(snapshot, "scope").flatMap(({ facts: { alias, name, inclusions = [] } }) => {
    const inclusion = inclusions.find((one) => one.documentId === documentId);
    return inclusion === undefined
      ? []
      : { name, href: `/certification/scopes/${encodeURIComponent(alias)}`, ...inclusion };
  });
}

siteRoutes.get("/standards/:track/:number", (context) =>
  rememberedPage(context, (view) => {
    const { track: segment, number: id } = context.req.param();
    const track = view.index.find((entry) => trackSegment(entry.track.id) === segment);
    const number = track?.numbers.find((entry) => entry.id === id);
    return track === undefined || number === undefined ? undefined : numberPage({ ...pageFacts(view), track, number });
  }),
);

siteRoutes.get("/releases", (context) =>
  rememberedPage(context, ({ snapshot, releases }) =>
    releasesPage({ site: snapshot.site, releases: releases.map((file) => releaseEntry(file.facts)) }),
  ),
);

siteRoutes.get("/releases/:id", async (context) => {
  const { snapshot, releases } = await requestedView(context);
  const position = releases.findIndex((release) => release.facts.releaseId === context.req.param("id"));
  const file = releases[position];
  const fragment = file === undefined ? undefined : await readFragment(context.env, file);
  if (file === undefined || fragment === undefined) return notFound(context);
  const sbom = await findReleaseSbom(context.env, snapshot, file);
  const html = releasePage({
    site: snapshot.site,
    release: releaseEntry(file.facts),
    fragment,
    toc: file.toc,
    sbom,
    sbomDiff: await findReleaseDiff(context.env, snapshot, sbom, releases.slice(position + 1)),
    newer: neighbor(releases[position - 1]),
    older: neighbor(releases[position + 1]),
  });
  return pageResponse(context.req.raw, html);
});

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

function neighbor(file: PublishedFile<"release"> | undefined): { href: string; text: string } | undefined {
  return file === undefined ? undefined : { href: releaseHref(file.facts), text: file.facts.title };
}
