/**
 * The published documents in the order that readers know: by track, by number, by version. Tree, overview, track and
 * number pages all read this one structure. Pure: what is in force comes in as `phaseOf`, which knows the day.
 */
import { groupByNumber, type NumberGroup } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { Track } from "#core/standards/publishing/site-config.ts";

/** Where a document stands on a given day. Supplements explain and are never in force themselves. */
export type Phase = "draft" | "effective" | "deprecated" | "rejected" | "unstated" | "supplement";

/** One document in a list. */
export interface VersionEntry {
  readonly document: DocumentSummary;
  readonly href: string;
  /** `v3`, `w1`; the id where the file name cannot be read. */
  readonly label: string;
  readonly phase: Phase;
}

/** All versions and supplements of one number. */
export interface NumberEntry {
  /** `scs-0100`; the last segment of the address. */
  readonly id: string;
  readonly href: string;
  /** Title of the newest effective version, else of the newest one. */
  readonly title: string;
  readonly description: string | undefined;
  /** The version that a reader wants who names no version: the newest effective one, else the newest one. */
  readonly current: VersionEntry;
  /** Oldest first. */
  readonly versions: readonly VersionEntry[];
  readonly supplements: readonly VersionEntry[];
}

/** One track with its numbers in ascending order. */
export interface TrackEntry {
  readonly track: Track;
  readonly href: string;
  readonly numbers: readonly NumberEntry[];
}

/** Every published document, once. */
export type StandardsIndex = readonly TrackEntry[];

/** Tracks without documents are left out; documents of a track that nobody declared come last, under its name. */
export function indexStandards(
  documents: readonly DocumentSummary[],
  tracks: readonly Track[],
  phaseOf: (document: DocumentSummary) => Exclude<Phase, "supplement">,
): StandardsIndex {
  const byTrack = Map.groupBy(documents, (document) => document.track ?? "Other");
  const undeclared = [...byTrack.keys()].filter((id) => tracks.every((track) => track.id !== id)).sort();
  const all = [...tracks, ...undeclared.map((id) => ({ id, digit: -1, description: "" }))];
  return all.flatMap((track) => {
    const members = byTrack.get(track.id);
    if (members === undefined) return [];
    const href = `/standards/${trackSegment(track.id)}`;
    return [{ track, href, numbers: groupByNumber(members).map((group) => numberEntry(group, href, phaseOf)) }];
  });
}

/** The segment of a track in addresses: lower case, as docs.scs.community has it. */
export function trackSegment(trackId: string): string {
  return encodeURIComponent(trackId.toLowerCase());
}

/** Address of a document: its file name keeps its case, because outside documents link to it. */
export function documentHref(documentId: string): string {
  return `/standards/${encodeURIComponent(documentId)}`;
}

/** The entry of a document, its number and its track; undefined for an id that is not in the index. */
export function findDocument(
  index: StandardsIndex,
  documentId: string,
): { readonly track: TrackEntry; readonly number: NumberEntry; readonly entry: VersionEntry } | undefined {
  for (const track of index) {
    for (const number of track.numbers) {
      const entry = [...number.versions, ...number.supplements].find((one) => one.document.documentId === documentId);
      if (entry !== undefined) return { track, number, entry };
    }
  }
  return undefined;
}

function numberEntry(
  group: NumberGroup,
  trackHref: string,
  phaseOf: (document: DocumentSummary) => Exclude<Phase, "supplement">,
): NumberEntry {
  const versions = group.versions.map((document) => versionEntry(document, phaseOf));
  const supplements = group.supplements.map((document) => versionEntry(document, phaseOf));
  const current = versions.findLast(({ phase }) => phase === "effective") ?? versions.at(-1) ?? supplements.at(-1);
  if (current === undefined) throw new RangeError(`${group.id} has no document`);
  return {
    id: group.id,
    href: `${trackHref}/${encodeURIComponent(group.id)}`,
    title: current.document.title,
    description: current.document.description,
    current,
    versions,
    supplements,
  };
}

function versionEntry(
  document: DocumentSummary,
  phaseOf: (document: DocumentSummary) => Exclude<Phase, "supplement">,
): VersionEntry {
  const { documentId, series, version } = document;
  return {
    document,
    href: documentHref(documentId),
    label: series === undefined || version === undefined ? documentId : `${series}${version}`,
    phase: series === "w" ? "supplement" : phaseOf(document),
  };
}
