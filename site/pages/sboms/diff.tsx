import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { ChangedComponent, ComparedComponent } from "#core/sboms/diff/diff-components.ts";
import type { ComparedEdge } from "#core/sboms/diff/diff-edges.ts";
import { isSame, type SbomDiff } from "#core/sboms/diff/diff-sboms.ts";
import type { SbomRecord } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { formatCount } from "./list-pager.tsx";
import { nameOfComponent, shortPurl, titleOfSbom } from "./sbom-names.ts";

/** Two SBOMs and what changed between them. */
export interface SbomDiffPage {
  readonly site: SiteConfig;
  readonly earlier: SbomRecord;
  readonly later: SbomRecord;
  readonly diff: SbomDiff;
}

/** Rows shown per table; the JSON has all. */
const MAX_ROWS = 500;

const COLUMNS: readonly Column[] = [
  { title: "Component", wide: true },
  { title: "Version" },
  { title: "License", wide: true },
  { title: "Package URL", wide: true },
];
const CHANGE_COLUMNS: readonly Column[] = [
  { title: "Component", wide: true },
  { title: "Version" },
  { title: "License", wide: true },
  { title: "Hash" },
  { title: "Package URL", wide: true },
];
const EDGE_COLUMNS: readonly Column[] = [
  { title: "Component", wide: true },
  { title: "needs", wide: true },
];

/** The page that compares two SBOMs. */
export function sbomDiffPage({ site, earlier, later, diff }: SbomDiffPage): string {
  const path = `/sboms/${earlier.id}/diff/${later.id}`;
  const { added, removed, changed, unchangedCount } = diff;
  const title = `${titleOfSbom(earlier)} and ${titleOfSbom(later)} compared`;
  return renderPage({
    site,
    path,
    title,
    description: `${added.length} components added, ${removed.length} removed, ${changed.length} changed.`,
    section: "sboms",
    demo: earlier.isDemo || later.isDemo,
    noindex: true,
    breadcrumb: [
      { href: "/sboms", text: "SBOMs" },
      { href: `/sboms/${later.id}`, text: titleOfSbom(later) },
      { text: "Diff" },
    ],
    alternates: [{ type: "application/json", href: `${path}.json`, title: "This diff as JSON" }],
    styles: [ASSETS["sboms.css"]],
    header: (
      <PageHeader eyebrow="Bills of materials" title={title}>
        <p class="lead">
          From <a href={`/sboms/${earlier.id}`}>{titleOfSbom(earlier)}</a> to{" "}
          <a href={`/sboms/${later.id}`}>{titleOfSbom(later)}</a>: {formatCount(added.length)} added,{" "}
          {formatCount(removed.length)} removed, {formatCount(changed.length)} changed, {formatCount(unchangedCount)}{" "}
          the same. <a href={`/sboms/${later.id}/diff/${earlier.id}`}>The other way round</a>
        </p>
      </PageHeader>
    ),
    children: [
      ...(isSame(diff)
        ? [
            <EmptyState title="No difference">
              <p>
                Both are about the same product and list the same components, with the same versions, licenses, hashes,
                package URLs and dependencies.
              </p>
            </EmptyState>,
          ]
        : [
            <SubjectChange subject={diff.subject} />,
            <Section
              id="changed"
              title="Changed"
              columns={CHANGE_COLUMNS}
              rows={changed.slice(0, MAX_ROWS).map(changeRow)}
              total={changed.length}
              path={path}
            />,
            <Section
              id="added"
              title="Added"
              columns={COLUMNS}
              rows={added.slice(0, MAX_ROWS).map(componentRow)}
              total={added.length}
              path={path}
            />,
            <Section
              id="removed"
              title="Removed"
              columns={COLUMNS}
              rows={removed.slice(0, MAX_ROWS).map(componentRow)}
              total={removed.length}
              path={path}
            />,
            <Section
              id="dependencies-added"
              title="Added dependencies"
              columns={EDGE_COLUMNS}
              rows={diff.edges.added.slice(0, MAX_ROWS).map(edgeRow)}
              total={diff.edges.added.length}
              path={path}
            />,
            <Section
              id="dependencies-removed"
              title="Removed dependencies"
              columns={EDGE_COLUMNS}
              rows={diff.edges.removed.slice(0, MAX_ROWS).map(edgeRow)}
              total={diff.edges.removed.length}
              path={path}
            />,
          ]),
      <NotCompared matters={diff.notCompared} />,
    ],
  });
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly total: number;
  readonly path: string;
}

function Section({ id, title, columns, rows, total, path }: SectionProps) {
  if (total === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({formatCount(total)})
      </h2>
      <DataTable caption={title} columns={columns} rows={rows} />
      {total > rows.length ? (
        <p class="list-summary">
          The first {formatCount(rows.length)} are shown; <a href={`${path}.json`}>the JSON</a> has all.
        </p>
      ) : null}
    </section>
  );
}

function componentRow(component: ComparedComponent): Row {
  const { version, licenses, purl } = component;
  return {
    cells: [
      nameOfComponent(component),
      textOr(version),
      textOr(licenses.join(", ")),
      purl === undefined ? null : <code>{shortPurl(purl)}</code>,
    ],
  };
}

function changeRow({ before, after, changes }: ChangedComponent): Row {
  return {
    cells: [
      nameOfComponent(after),
      changes.includes("version") ? <Change from={before.version} to={after.version} /> : textOr(after.version),
      changes.includes("license") ? (
        <Change from={before.licenses.join(", ")} to={after.licenses.join(", ")} />
      ) : (
        textOr(after.licenses.join(", "))
      ),
      changes.includes("hash") ? (changes.includes("version") ? "changed" : "changed, same version") : null,
      changes.includes("identifier") ? <Change from={before.purl} to={after.purl} /> : null,
    ],
  };
}

/** That the documents are about another product, or another version of it. */
function SubjectChange({ subject }: { readonly subject: SbomDiff["subject"] }) {
  if (subject === undefined) return null;
  const { before, after } = subject;
  const nameOf = (one: ComparedComponent | undefined) => [one?.name, one?.version].filter(Boolean).join(" ");
  const isAlike = nameOf(before) === nameOf(after);
  return (
    <section aria-labelledby="subject">
      <h2 id="subject">Subject</h2>
      <p>
        {isAlike ? (
          <Change from={before?.purl} to={after?.purl} />
        ) : (
          <Change from={nameOf(before)} to={nameOf(after)} />
        )}
      </p>
    </section>
  );
}

/** What a reader must not take for equal. */
function NotCompared({ matters }: { readonly matters: readonly string[] }) {
  if (matters.length === 0) return null;
  return (
    <p class="list-summary">
      Not compared here: {matters.join("; ")}. <code>stele sbom diff</code> compares the documents themselves.
    </p>
  );
}

function edgeRow({ source, target }: ComparedEdge): Row {
  return { cells: [source === undefined ? "the subject" : nameOfComponent(source), nameOfComponent(target)] };
}

/** What was and what is; screen readers hear which is which. */
function Change({ from, to }: { from: string | undefined; to: string | undefined }) {
  return (
    <>
      <del>{from === undefined || from === "" ? "none" : from}</del> →{" "}
      <ins>{to === undefined || to === "" ? "none" : to}</ins>
    </>
  );
}

function textOr(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
