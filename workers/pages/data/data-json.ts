/** What pages show, for programs: the same facts under the same addresses with `.json`. Links are paths on this site. */
import { relationsOf } from "#core/standards/documents/catalog.ts";
import { lifecyclePhase } from "#core/standards/documents/lifecycle.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { requirementId } from "#core/standards/requirements/normative-sentence.ts";
import { documentHref, type NumberEntry, type TrackEntry, type VersionEntry } from "#site/standards-index.ts";

import type { PublishedFile } from "../../state/site-context.ts";
import type { PublishedRequirement } from "../requirements/published-requirements.ts";
import type { SiteView } from "../states/site-view.ts";

/** The overview: every document, by track and number. */
export function overviewJson(view: SiteView): object {
  const { title, community, description, timeZone } = view.snapshot.site;
  const facts = { title, community, description, timeZone, date: view.today };
  return { ...facts, tracks: view.index.map((track) => trackJson(view, track)) };
}

/** A track with its numbers. */
export function trackJson(view: SiteView, { track, href, numbers }: TrackEntry): object {
  const { id, digit, description } = track;
  return { id, digit, description, ...links(view, href), numbers: numbers.map((number) => numberJson(view, number)) };
}

/** A number with all versions and supplements, oldest first. */
export function numberJson(view: SiteView, number: NumberEntry): object {
  const { id, href, title, description, current, versions, supplements } = number;
  return {
    id,
    title,
    description: description ?? null,
    ...links(view, href),
    current: current.document.documentId,
    versions: versions.map((entry) => entryJson(view, entry)),
    supplements: supplements.map((entry) => entryJson(view, entry)),
  };
}

/** The decision records, in the order of the overview. */
export function decisionsJson(view: SiteView): object {
  const entries = view.index.flatMap(({ numbers }) => numbers.flatMap(({ versions }) => versions));
  const decisions = entries.filter(({ document }) => document.type === "Decision Record");
  return { date: view.today, decisions: decisions.map((entry) => entryJson(view, entry)) };
}

/** A document: its front matter, its sections, what it demands, and the documents that it is tied to. */
export function documentJson(
  view: SiteView,
  file: PublishedFile<"document">,
  requirements: readonly PublishedRequirement[],
): object {
  const document = file.facts;
  const { predecessors, successors, supplements, supplemented } = relationsOf(document, view.documents);
  const ids = (list: readonly DocumentSummary[]): string[] => list.map(({ documentId }) => documentId);
  return {
    ...summaryJson(view, document),
    date: view.today,
    sha256: file.sha256,
    source: `${baseOf(view)}${documentHref(document.documentId)}.md`,
    sections: file.toc.map(({ depth, id, text }) => ({ depth, anchor: id, title: text })),
    requirements: requirements.map(({ number, level, keyWords, text, section, line }) => ({
      id: requirementId(number),
      level,
      keyWords,
      text,
      section: section ?? null,
      line,
    })),
    edges: {
      replaces: ids(predecessors),
      replacedBy: ids(successors),
      supplements: ids(supplements),
      supplementTo: ids(supplemented),
    },
  };
}

function entryJson(view: SiteView, { document }: VersionEntry): object {
  return summaryJson(view, document);
}

function summaryJson(view: SiteView, document: DocumentSummary): object {
  const { documentId, number, series, version, title, description, type, status, track } = document;
  const { upcoming } = lifecyclePhase(document, view.today);
  return {
    id: documentId,
    number: number ?? null,
    series: series ?? null,
    version: version ?? null,
    title,
    description: description ?? null,
    type: type ?? null,
    status: status ?? null,
    track: track ?? null,
    phase: phaseOf(view, document),
    upcoming: series === "w" ? null : (upcoming ?? null),
    stabilizedAt: document.stabilizedAt ?? null,
    deprecatedAt: document.deprecatedAt ?? null,
    rejectedAt: document.rejectedAt ?? null,
    ...links(view, documentHref(documentId)),
  };
}

/** Where a document stands today, in one word. */
export function phaseOf(view: SiteView, document: DocumentSummary): string {
  return document.series === "w" ? "supplement" : lifecyclePhase(document, view.today).phase;
}

function links(view: SiteView, href: string): { href: string; json: string } {
  return { href: baseOf(view) + href, json: `${baseOf(view)}${href}.json` };
}

/** What addresses of the shown state begin with. */
export function baseOf({ snapshot }: SiteView): string {
  return snapshot.site.state?.base ?? "";
}
