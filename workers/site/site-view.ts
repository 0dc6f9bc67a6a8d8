/** The published documents as pages need them, made once per snapshot and day. */
import { calendarDate, lifecyclePhase } from "#core/documents/lifecycle.ts";
import type { DocumentSummary } from "#core/documents/document-summary.ts";
import type { Release } from "#core/publishing/release.ts";
import { indexStandards, type StandardsIndex } from "#site/standards-index.ts";

import type { Bindings } from "../bindings.ts";
import { currentSnapshot, filesOfKind, type PublishedFile, type Snapshot } from "../http/site-context.ts";

/** What the routes of the site work with. */
export interface SiteView {
  readonly snapshot: Snapshot;
  /** Calendar day in the zone of the site, `YYYY-MM-DD`. */
  readonly today: string;
  readonly documents: readonly DocumentSummary[];
  readonly index: StandardsIndex;
  /** Newest first. */
  readonly releases: readonly PublishedFile<Release>[];
}

let last: { readonly key: string; readonly view: SiteView } | undefined;

/** The current state on the day of `now`. Keeps the last view: the state is immutable, the day changes at midnight. */
export async function currentView(env: Pick<Bindings, "DB">, now: Date): Promise<SiteView> {
  const snapshot = await currentSnapshot(env);
  const today = calendarDate(now, snapshot.site.timeZone);
  const key = `${snapshot.id} ${today}`;
  if (last?.key !== key) last = { key, view: makeView(snapshot, today) };
  return last.view;
}

function makeView(snapshot: Snapshot, today: string): SiteView {
  const documents = filesOfKind<DocumentSummary>(snapshot, "document").map((file) => file.facts);
  const index = indexStandards(documents, snapshot.site.tracks, (document) => lifecyclePhase(document, today).phase);
  const releases = filesOfKind<Release>(snapshot, "release").sort((a, b) =>
    (a.facts.releasedAt ?? "") < (b.facts.releasedAt ?? "") ? 1 : -1,
  );
  return { snapshot, today, documents, index, releases };
}

/** The published file of a document. */
export function findDocumentFile(view: SiteView, documentId: string): PublishedFile<DocumentSummary> | undefined {
  return filesOfKind<DocumentSummary>(view.snapshot, "document").find((file) => file.facts.documentId === documentId);
}
