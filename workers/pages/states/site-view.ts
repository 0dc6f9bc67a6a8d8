/** The published documents as pages need them, made once per snapshot and day. */
import type { Context } from "hono";

import { lifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { sortNews, type News } from "#core/standards/publishing/news.ts";
import { createBoundedMemory, type BoundedMemory } from "#core/base/memory/bounded-memory.ts";
import { addDays, calendarOf } from "#core/base/time/calendar.ts";
import { indexStandards, type StandardsIndex } from "#site/standards-index.ts";

import type { Bindings, WorkerEnv } from "../../state/bindings.ts";
import { requestedState } from "../../state/requested-state.ts";
import { currentSnapshot, filesOfKind, type PublishedFile, type Snapshot } from "../../state/site-context.ts";

/** What the routes of the site work with. */
export interface SiteView {
  /** Tells it apart from every other view. */
  readonly key: string;
  readonly snapshot: Snapshot;
  /** Calendar day in the zone of the site, `YYYY-MM-DD`. */
  readonly today: string;
  readonly documents: readonly DocumentSummary[];
  readonly index: StandardsIndex;
  /** Newest first. */
  readonly releases: readonly PublishedFile<"release">[];
  /** Newest first. */
  readonly news: readonly News[];
}

/** The views of each state that is kept, by the addresses of the state; they are made of its facts and go with them. */
const views = new WeakMap<readonly PublishedFile[], BoundedMemory<SiteView>>();
const VIEWS_OF_STATE = { maxEntries: 8, maxBytes: 1_000_000 };
/** Of a document in a view: places in its lists. */
const ENTRY_BYTES = 500;

/** The current state on the day of `now`. */
export async function currentView(env: Pick<Bindings, "DB">, now: Date): Promise<SiteView> {
  return viewOf(await currentSnapshot(env), now);
}

/** The state that a request is about, on its day. */
export async function requestedView(context: Context<WorkerEnv>): Promise<SiteView> {
  const { snapshot, now } = await requestedState(context);
  return viewOf(snapshot, now);
}

/** A state on the day of `now`. Views are kept: a state is immutable, its day changes at midnight. */
function viewOf(snapshot: Snapshot, now: Date): SiteView {
  const memory =
    views.get(snapshot.files) ??
    createBoundedMemory<SiteView>(VIEWS_OF_STATE, ({ documents }) => documents.length * ENTRY_BYTES);
  views.set(snapshot.files, memory);
  return memory.derive(`${snapshot.activatedAt?.getTime()} ${snapshot.site.state?.base ?? ""}`, now, () => {
    const calendar = calendarOf(snapshot.site.timeZone);
    const today = calendar.dateOf(now);
    const value = makeView(`${snapshot.id} ${snapshot.activatedAt?.getTime()} ${today}`, snapshot, today);
    return { value, since: calendar.startOf(today), until: calendar.startOf(addDays(today, 1)) };
  });
}

function makeView(key: string, snapshot: Snapshot, today: string): SiteView {
  const documents = filesOfKind(snapshot, "document").map((file) => file.facts);
  const index = indexStandards(documents, snapshot.site.tracks, (document) => lifecyclePhase(document, today).phase);
  const releases = filesOfKind(snapshot, "release").sort((a, b) =>
    (a.facts.releasedAt ?? "") < (b.facts.releasedAt ?? "") ? 1 : -1,
  );
  const news = sortNews(filesOfKind(snapshot, "news").map((file) => file.facts));
  return { key, snapshot, today, documents, index, releases, news };
}

/** The published file of a document. */
export function findDocumentFile(view: SiteView, documentId: string): PublishedFile<"document"> | undefined {
  return filesOfKind(view.snapshot, "document").find((file) => file.facts.documentId === documentId);
}
