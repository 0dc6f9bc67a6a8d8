import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { RequirementTable, TestingLegend } from "../../parts/standards/requirement-table.tsx";
import { countTesting, type RequirementEntry, type Testing } from "../../requirement-entry.ts";
import { documentHref } from "../../standards-index.ts";

/** The values of `?tested=`. */
export const TESTED_FILTERS = ["yes", "unclear", "no"] as const;

/** One of the values of `?tested=`. */
export type TestedFilter = (typeof TESTED_FILTERS)[number];

/** A document in force and its requirements. */
export interface DocumentRequirements {
  readonly document: DocumentSummary;
  readonly entries: readonly RequirementEntry[];
}

/** All requirements that bind today. */
export interface RequirementsOverviewPage {
  readonly site: SiteConfig;
  readonly documents: readonly DocumentRequirements[];
  readonly filter: TestedFilter | undefined;
  readonly demo: boolean;
}

const TESTING: Record<TestedFilter, Testing> = { yes: "tested", unclear: "unclear", no: "untested" };

const CHOICES: readonly { readonly filter: TestedFilter | undefined; readonly text: string }[] = [
  { filter: undefined, text: "All" },
  { filter: "yes", text: "Checked by test cases" },
  { filter: "unclear", text: "Unclear" },
  { filter: "no", text: "Not tested" },
];

/** What all documents in force demand together, narrowed to what tests check or do not. */
export function requirementsOverviewPage({ site, documents, filter, demo }: RequirementsOverviewPage): string {
  const shown = documents
    .map(({ document, entries }) => ({
      document,
      entries: entries.filter(({ testing }) => filter === undefined || testing === TESTING[filter]),
    }))
    .filter(({ entries }) => entries.length > 0);
  return renderPage({
    site,
    path: filter === undefined ? "/requirements" : `/requirements?tested=${filter}`,
    title: "Requirements",
    description: `Every sentence of the ${site.community} standards in force that demands something, and what tests it.`,
    section: "standards",
    styles: [ASSETS["requirements.css"]],
    demo,
    breadcrumb: [{ href: "/standards", text: "Standards" }, { text: "Requirements" }],
    header: (
      <PageHeader
        title="Requirements"
        lead="What the documents in force demand, sentence by sentence, and which test cases check it."
      >
        <TestingLegend />
        <Choices documents={documents} filter={filter} />
      </PageHeader>
    ),
    children: shown.length === 0 ? <Nothing filter={filter} /> : shown.map((one) => <DocumentTable {...one} />),
  });
}

function Choices({ documents, filter }: Pick<RequirementsOverviewPage, "documents" | "filter">) {
  const counts = countTesting(documents.flatMap(({ entries }) => entries));
  const all = counts.tested + counts.unclear + counts.untested;
  return (
    <div class="filter">
      <nav aria-label="Filter by tests">
        <ul class="inline-list">
          {CHOICES.map((choice) => (
            <li>
              <a
                href={choice.filter === undefined ? "/requirements" : `/requirements?tested=${choice.filter}`}
                aria-current={choice.filter === filter ? "true" : undefined}
              >
                {choice.text}
              </a>{" "}
              <span class="count">{choice.filter === undefined ? all : counts[TESTING[choice.filter]]}</span>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function DocumentTable({ document: { documentId, title }, entries }: DocumentRequirements) {
  return (
    <section>
      <h2>
        <a href={`${documentHref(documentId)}/requirements`}>{title}</a>
      </h2>
      <p class="eyebrow">{documentId}</p>
      <RequirementTable caption={`Requirements of ${documentId}`} entries={entries} idPrefix={`${documentId}-`} />
    </section>
  );
}

function Nothing({ filter }: Pick<RequirementsOverviewPage, "filter">) {
  return (
    <EmptyState title={filter === undefined ? "No document in force demands anything" : "Nothing is left here"}>
      <p>
        {filter === undefined ? (
          <a href="/standards">See all standards.</a>
        ) : (
          <a href="/requirements">See all requirements.</a>
        )}
      </p>
    </EmptyState>
  );
}
