import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { DateText } from "../../parts/date-text.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { PhaseMark } from "../../parts/standards/phase-mark.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import { StatusSentence } from "../../parts/clouds/status-sentence.tsx";
import { diffHref } from "./diff.tsx";
import type { NumberEntry, StandardsIndex, TrackEntry, VersionEntry } from "../../standards-index.ts";

/** One number on one day. */
export interface NumberPage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  readonly track: TrackEntry;
  readonly number: NumberEntry;
  /** The calendar day that decides what is in force: `2026-11-20`. */
  readonly today: string;
}

/** All versions and supplements of a number, newest first. */
export function numberPage({ site, index, track, number, today }: NumberPage): string {
  return renderPage({
    site,
    path: number.href,
    title: `${number.id.toUpperCase()}: ${number.title}`,
    description: number.description,
    section: "standards",
    alternates: [{ type: "application/json", href: `${number.href}.json`, title: "This number as JSON" }],
    breadcrumb: [
      { href: "/standards", text: "Standards" },
      { href: track.href, text: track.track.id },
      { text: number.id },
    ],
    tree: <StandardsTree site={site} index={index} currentTrack={track.track.id} />,
    header: (
      <PageHeader
        eyebrow={`${number.id.toUpperCase()} · ${track.track.id}`}
        title={number.title}
        lead={number.description}
      />
    ),
    children: [
      <h2>Versions</h2>,
      <VersionTable entries={number.versions.toReversed()} today={today} />,
      number.supplements.length === 0 ? null : <Supplements entries={number.supplements} />,
    ],
  });
}

function VersionTable({ entries, today }: { entries: readonly VersionEntry[]; today: string }) {
  return (
    <DataTable
      caption="Versions"
      columns={[
        { title: "Version" },
        { title: "Title", wide: true },
        { title: "Type" },
        { title: "Status" },
        { title: "Stable since" },
        { title: "Deprecated since" },
      ]}
      rows={entries.map(({ document, label, href, phase }, index) => ({
        id: label,
        cells: [
          <a href={href}>{label}</a>,
          <>
            <a href={href}>{document.title}</a>
            <span class="supplement-line">
              <StatusSentence document={document} phase={phase} today={today} />
              <Comparison entry={entries[index]} previous={entries[index + 1]} />
            </span>
          </>,
          document.type ?? null,
          <PhaseMark phase={phase} />,
          document.stabilizedAt === undefined ? null : <DateText date={document.stabilizedAt} />,
          document.deprecatedAt === undefined ? null : <DateText date={document.deprecatedAt} />,
        ],
      }))}
    />
  );
}

function Comparison({ entry, previous }: Record<"entry" | "previous", VersionEntry | undefined>) {
  if (entry === undefined || previous === undefined) return null;
  const href = diffHref(previous.document.documentId, entry.document.documentId);
  return (
    <>
      {" "}
      <a href={href}>Compare with {previous.label}</a>
    </>
  );
}

function Supplements({ entries }: { entries: readonly VersionEntry[] }) {
  return (
    <>
      <h2>Supplements</h2>
      <p>Supplements explain how a standard is put into practice. Only the standard itself binds.</p>
      <ul class="plain-list">
        {entries.map(({ href, label, document }) => (
          <li>
            <a href={href}>
              {label}: {document.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
