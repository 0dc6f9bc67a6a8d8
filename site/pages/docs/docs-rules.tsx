import type { Severity, Source } from "#core/base/finding.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";

/** A rule as the documentation shows it; the rules of `core/documents/rules` are such entries. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  /** What the rule wants, in one sentence. */
  readonly summary: string;
  readonly source: Source;
}

/** All rules. */
export interface DocsRulesPage {
  readonly site: SiteConfig;
  readonly rules: readonly RuleEntry[];
}

/** Address of the page of a rule. */
export function ruleHref(id: string): string {
  return `/docs/rules/${encodeURIComponent(id)}`;
}

/** The list of all rules that documents are checked against. */
export function docsRulesPage({ site, rules }: DocsRulesPage): string {
  return renderPage({
    site,
    path: "/docs/rules",
    title: "Rules for documents",
    description: "Every rule that a document is checked against, with its source and how to satisfy it.",
    section: "none",
    header: (
      <PageHeader
        title="Rules for documents"
        lead="What stele check looks at, who asks for it, and how grave it is. Each page shows what to write instead."
      >
        <p>
          <a href="/check">Check a document</a> in your browser.
        </p>
      </PageHeader>
    ),
    children: (
      <DataTable
        caption="Rules"
        stacks
        columns={[
          { title: "Rule" },
          { title: "What it wants", wide: true },
          { title: "Severity" },
          { title: "Source" },
        ]}
        rows={rules.map(({ id, severity, summary, source }) => ({
          id,
          cells: [
            <a class="number-link" href={ruleHref(id)}>
              {id}
            </a>,
            summary,
            <SeverityMark severity={severity} />,
            <RuleSource source={source} />,
          ],
        }))}
      />
    ),
  });
}

/** The clause that asks for a rule. */
export function RuleSource({ source: { clause, url } }: { source: Source }) {
  return url === undefined ? <>{clause}</> : <a href={url}>{clause}</a>;
}
