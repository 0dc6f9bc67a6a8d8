import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import type { StatedSite } from "../../page-state.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { RequirementTable, TestcaseList, TestingLegend } from "../../parts/standards/requirement-table.tsx";
import { StandardsTree } from "../../parts/standards/standards-tree.tsx";
import { countTesting, type RequirementEntry, type TestcaseEntry } from "../../requirement-entry.ts";
import { documentHref, findDocument, type StandardsIndex } from "../../standards-index.ts";

/** The requirements of one document. */
export interface RequirementsPage {
  readonly site: StatedSite;
  readonly index: StandardsIndex;
  readonly document: DocumentSummary;
  readonly entries: readonly RequirementEntry[];
  /** Test cases of the document that point at no requirement. */
  readonly unlinked: readonly TestcaseEntry[];
  /** Results of demonstration clouds are among the numbers. */
  readonly demo: boolean;
}

/** Every normative sentence of a document with what checks it. */
export function requirementsPage({ site, index, document, entries, unlinked, demo }: RequirementsPage): string {
  const href = documentHref(document.documentId);
  const found = findDocument(index, document.documentId);
  return renderPage({
    site,
    path: `${href}/requirements`,
    title: `Requirements of ${document.documentId}`,
    description: `What ${document.title} demands, sentence by sentence, and which test cases check it.`,
    section: "standards",
    styles: [ASSETS["requirements.css"]],
    demo,
    alternates: [{ type: "application/json", href: `${href}/requirements.json`, title: "Requirements as JSON" }],
    breadcrumb: [
      { href: "/standards", text: "Standards" },
      ...(found === undefined ? [] : [{ href: found.number.href, text: found.number.id }]),
      { href, text: found?.entry.label ?? document.documentId },
      { text: "Requirements" },
    ],
    tree: <StandardsTree site={site} index={index} currentId={document.documentId} />,
    header: (
      <PageHeader eyebrow={document.documentId} title={`Requirements: ${document.title}`} lead={summary(entries)}>
        <TestingLegend />
      </PageHeader>
    ),
    children: [
      entries.length === 0 ? (
        <NoRequirements href={href} />
      ) : (
        <RequirementTable caption="Requirements" entries={entries} />
      ),
      unlinked.length === 0 ? null : <Unlinked testcases={unlinked} />,
    ],
  });
}

/** "12 requirements: 7 checked by test cases, 5 not tested." */
function summary(entries: readonly RequirementEntry[]): string {
  const { tested, unclear, untested } = countTesting(entries);
  const parts = [
    ...(tested === 0 ? [] : [`${tested} checked by test cases`]),
    ...(unclear === 0 ? [] : [`${unclear} unclear`]),
    ...(untested === 0 ? [] : [`${untested} not tested`]),
  ];
  const noun = entries.length === 1 ? "requirement" : "requirements";
  return entries.length === 0 ? "No requirements." : `${entries.length} ${noun}: ${parts.join(", ")}.`;
}

function NoRequirements({ href }: { href: string }) {
  return (
    <EmptyState title="This document demands nothing">
      <p>
        None of its sentences uses a capitalized key word such as MUST or SHOULD. <a href={href}>Read the document.</a>
      </p>
    </EmptyState>
  );
}

function Unlinked({ testcases }: { testcases: readonly TestcaseEntry[] }) {
  return (
    <>
      <h2>Test cases that name no requirement</h2>
      <p>They check this document, but neither their address nor their id says which of its sentences.</p>
      <TestcaseList testcases={testcases} />
    </>
  );
}
