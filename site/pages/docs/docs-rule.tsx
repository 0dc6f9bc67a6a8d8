import { raw } from "hono/html";

import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { TocEntry } from "#core/standards/rendering/name-headings.ts";

import { renderPage } from "../../page.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { SeverityMark } from "../../parts/severity-mark.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";
import { ruleHref, RuleSource, type RuleEntry } from "./docs-rules.tsx";

/** One rule with its explanation. */
export interface DocsRulePage {
  readonly site: SiteConfig;
  readonly rule: RuleEntry;
  /** The rendered explanation from `docs/rules/<id>.md`, ours, put in as it is. */
  readonly fragment: string;
  readonly toc: readonly TocEntry[];
}

/** The page to which a finding links: what the rule wants, why, and examples. */
export function docsRulePage({ site, rule, fragment, toc }: DocsRulePage): string {
  return renderPage({
    site,
    path: ruleHref(rule.id),
    title: `Rule ${rule.id}`,
    description: rule.summary,
    section: "none",
    breadcrumb: [{ href: "/docs/rules", text: "Rules for documents" }, { text: rule.id }],
    header: (
      <PageHeader eyebrow="Rule for documents" title={<code>{rule.id}</code>} lead={rule.summary}>
        <Facts
          facts={[
            { term: "Severity", value: <SeverityMark severity={rule.severity} /> },
            { term: "Source", value: <RuleSource source={rule.source} /> },
            { term: "Switch off", value: <SwitchOff id={rule.id} /> },
          ]}
        />
      </PageHeader>
    ),
    aside: <TableOfContents entries={toc} />,
    children: <article class="prose">{raw(fragment)}</article>,
  });
}

function SwitchOff({ id }: { id: string }) {
  return (
    <>
      For one line, with a reason: <code>{`<!-- stele-disable-next-line ${id} -- reason -->`}</code>
    </>
  );
}
