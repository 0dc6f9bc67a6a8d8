import { Hono, type Context } from "hono";

import { ATOM_MEDIA_TYPE, writeAtom } from "#core/base/xml/atom.ts";
import { changeFeed, citedName, type ChangeSet } from "#core/standards/feeds/change-feed.ts";
import { writeSitemap } from "#core/standards/feeds/sitemap.ts";
import { trackSegment } from "#site/standards-index.ts";

import type { WorkerEnv } from "../../state/bindings.ts";
import { cachedResponse } from "../../http/caching.ts";
import { publicOrigin } from "../../state/public-origin.ts";
import { lastChanges, readChanges } from "../states/history-store.ts";
import { notFound } from "../states/not-found.ts";
import { currentView, findDocumentFile, type SiteView } from "../states/site-view.ts";
import { listPages } from "../states/site-pages.ts";

/** Activations that the feeds of site and tracks look at, and entries that a feed holds. */
const FEED_ACTIVATIONS = 100;
const DOCUMENT_ACTIVATIONS = 2_000;
const FEED_ENTRIES = 50;

/** Seconds that caches may keep feeds and sitemap. */
const MAX_AGE_SECONDS = 300;

/** What changed, for programs that ask regularly: Atom feeds, sitemap, robots.txt. Only the published states are seen. */
export const feedRoutes = new Hono<WorkerEnv>();

feedRoutes.get("/feed.xml", async (context) => {
  const view = await currentView(context.env, new Date());
  const sets = await readChanges(context.env, { activations: FEED_ACTIVATIONS });
  return feedResponse(context, view, sets, { title: view.snapshot.site.title, path: "/" });
});

feedRoutes.get("/standards/:name/feed.xml", async (context) => {
  const { name } = context.req.param();
  const view = await currentView(context.env, new Date());
  const track = view.index.find((entry) => trackSegment(entry.track.id) === name);
  if (track !== undefined) {
    const sets = await readChanges(context.env, { activations: FEED_ACTIVATIONS });
    const title = `${view.snapshot.site.title}: ${track.track.id}`;
    return feedResponse(context, view, ofTrack(sets, track.track.id), { title, path: track.href });
  }
  const file = findDocumentFile(view, name);
  if (file === undefined) return notFound(context);
  const sets = await readChanges(context.env, { activations: DOCUMENT_ACTIVATIONS, path: file.path });
  return feedResponse(context, view, sets, {
    title: citedName(file.facts),
    path: `/standards/${encodeURIComponent(file.facts.documentId)}`,
  });
});

feedRoutes.get("/sitemap.xml", async (context) => {
  const view = await currentView(context.env, new Date());
  const changes = await lastChanges(context.env);
  const origin = publicOrigin(context.env, context.req.raw);
  const pages = listPages(view).map(({ href, file }) => ({
    url: origin + href,
    lastModified: file === undefined ? undefined : changes.get(file),
  }));
  return cachedResponse(context.req.raw, {
    body: writeSitemap(pages),
    contentType: "application/xml; charset=utf-8",
    maxAgeSeconds: MAX_AGE_SECONDS,
  });
});

feedRoutes.get("/robots.txt", (context) => {
  const origin = publicOrigin(context.env, context.req.raw);
  return cachedResponse(context.req.raw, {
    // Previews are for their authors; the pages say so too, this saves the visit.
    body: `User-agent: *\nDisallow: /preview/\nDisallow: /api/\nDisallow: /search\n\nSitemap: ${origin}/sitemap.xml\n`,
    contentType: "text/plain; charset=utf-8",
    maxAgeSeconds: MAX_AGE_SECONDS,
  });
});

function ofTrack(sets: readonly ChangeSet[], track: string): ChangeSet[] {
  return sets
    .map((set) => ({ ...set, changes: set.changes.filter(({ document }) => document.track === track) }))
    .filter(({ changes }) => changes.length > 0);
}

function feedResponse(
  context: Context<WorkerEnv>,
  { snapshot }: SiteView,
  sets: readonly ChangeSet[],
  about: { readonly title: string; readonly path: string },
): Promise<Response> {
  const origin = publicOrigin(context.env, context.req.raw);
  const feed = changeFeed(sets, { ...about, author: snapshot.site.community, origin });
  return cachedResponse(context.req.raw, {
    body: writeAtom({ ...feed, entries: feed.entries.slice(0, FEED_ENTRIES) }),
    contentType: ATOM_MEDIA_TYPE,
    maxAgeSeconds: MAX_AGE_SECONDS,
    headers: { "access-control-allow-origin": "*" },
  });
}
