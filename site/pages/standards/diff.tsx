import type { BlockDiff } from "#core/standards/comparison/compare-texts.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { RequirementChange, RequirementChangeKind } from "#core/standards/requirements/compare-requirements.ts";
import { requirementId, type NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { RequirementText } from "../../parts/standards/requirement-text.tsx";
import { InlineDiff, SideBySideDiff } from "../../parts/standards/text-diff.tsx";
import { documentHref } from "../../standards-index.ts";

/** The values of `?view=`. */
export type DiffView = "inline" | "side-by-side";

/** A requirement with its number in its own document. */
export type NumberedRequirement = NormativeSentence & { readonly number: number };

/** Two documents and what tells them apart. */
export interface DiffPage {
  readonly site: SiteConfig;
  readonly before: DocumentSummary;
  readonly after: DocumentSummary;
  readonly diff: readonly BlockDiff[];
  readonly requirements: readonly RequirementChange<NumberedRequirement>[];
  readonly view: DiffView;
}

/** What changed from one document to another: first what it demands, then its words. */
export function diffPage({ site, before, after, diff, requirements, view }: DiffPage): string {
  const path = diffHref(before.documentId, after.documentId);
  const changed = diff.filter(({ kind }) => kind !== "same").length;
  return renderPage({
    site,
    path: view === "inline" ? path : `${path}?view=${view}`,
    title: `${before.documentId} and ${after.documentId} compared`,
    description: `What changed from ${before.documentId} to ${after.documentId}, requirement by requirement and word by word.`,
    section: "standards",
    // One page per pair of documents: readers follow links here, search engines need not.
    noindex: true,
    styles: [ASSETS["requirements.css"], ASSETS["diff.css"]],
    breadcrumb: [
      { href: "/standards", text: "Standards" },
      { href: documentHref(after.documentId), text: after.documentId },
      { text: "Comparison" },
    ],
    header: (
      <PageHeader title={after.title} eyebrow="Comparison" lead={lead(changed, diff.length)}>
        <p>
          From <a href={documentHref(before.documentId)}>{before.documentId}</a> to{" "}
          <a href={documentHref(after.documentId)}>{after.documentId}</a>.{" "}
          <a href={diffHref(after.documentId, before.documentId)}>The other way round</a>
        </p>
      </PageHeader>
    ),
    children: [
      <h2>Requirements</h2>,
      <RequirementChanges changes={requirements} before={before} after={after} />,
      <h2>Text</h2>,
      <ViewSwitch path={path} view={view} />,
      view === "inline" ? (
        <InlineDiff diff={diff} />
      ) : (
        <SideBySideDiff diff={diff} before={before.documentId} after={after.documentId} />
      ),
    ],
  });
}

/** Address of the comparison of two documents. */
export function diffHref(before: string, after: string): string {
  return `${documentHref(before)}/diff/${encodeURIComponent(after)}`;
}

function lead(changed: number, all: number): string {
  if (changed === 0) return "Both texts are the same.";
  return `${changed} of ${all} blocks of text differ.`;
}

function ViewSwitch({ path, view }: { path: string; view: DiffView }) {
  const choices = [
    { value: "inline", text: "One text", href: path },
    { value: "side-by-side", text: "Side by side", href: `${path}?view=side-by-side` },
  ];
  return (
    <nav aria-label="View of the text" class="filter">
      <ul class="inline-list">
        {choices.map(({ value, text, href }) => (
          <li>
            <a href={href} aria-current={value === view ? "true" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const CHANGE_WORDS: Record<Exclude<RequirementChangeKind, "same">, { readonly word: string; readonly rank: number }> = {
  raised: { word: "Raised", rank: 0 },
  added: { word: "Added", rank: 1 },
  removed: { word: "Removed", rank: 2 },
  relaxed: { word: "Relaxed", rank: 3 },
  changed: { word: "Changed", rank: 4 },
};

function RequirementChanges(props: {
  changes: readonly RequirementChange<NumberedRequirement>[];
  before: DocumentSummary;
  after: DocumentSummary;
}) {
  const same = props.changes.filter(({ kind }) => kind === "same").length;
  const rows = props.changes.flatMap(({ kind, before, after }) =>
    kind === "same" ? [] : [{ ...CHANGE_WORDS[kind], before, after }],
  );
  const unchanged = same === 0 ? "" : ` ${same} ${same === 1 ? "requirement is" : "requirements are"} the same.`;
  if (rows.length === 0) return <p>No requirement was added, removed or changed.{unchanged}</p>;
  return (
    <>
      <DataTable
        caption="Requirements that changed"
        class="requirements requirement-changes"
        stacks
        columns={[
          { title: "Change" },
          { title: props.before.documentId, wide: true },
          { title: props.after.documentId, wide: true },
        ]}
        rows={rows
          .sort((a, b) => a.rank - b.rank)
          .map(({ word, before, after }) => ({
            cells: [<strong>{word}</strong>, sentence(before, props.before), sentence(after, props.after)],
          }))}
      />
      {unchanged === "" ? null : <p>{unchanged.trim()}</p>}
    </>
  );
}

function sentence(requirement: NumberedRequirement | undefined, { documentId }: DocumentSummary) {
  if (requirement === undefined) return null;
  const id = requirementId(requirement.number);
  return (
    <>
      <a href={`${documentHref(documentId)}#${id}`}>{id}</a> <RequirementText text={requirement.text} />
      {requirement.details === undefined ? null : (
        <span class="supplement-line">
          <RequirementText text={requirement.details} />
        </span>
      )}
    </>
  );
}
