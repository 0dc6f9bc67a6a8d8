import { describe, expect, test } from "vitest";

import { relationsOf } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { documentPage } from "#site/pages/standards/document.tsx";

import { headingSkips, policyViolations, repeatedIds, textOf } from "../../inspect-html.ts";
import { DOCUMENTS, indexOf, sampleDocument, SITE, TODAY } from "../../sample-site.ts";

const FRAGMENT = '<h2 id="a">A</h2><p>Text</p><h3 id="b">B</h3>';

interface Around {
  readonly others?: readonly DocumentSummary[];
  readonly today?: string;
  readonly fragment?: string;
  readonly referencedBy?: readonly DocumentSummary[];
}

function pageOf(document: DocumentSummary, around: Around = {}): string {
  const { others = DOCUMENTS, today = TODAY, fragment = FRAGMENT, referencedBy = [] } = around;
  const documents = [...others.filter((other) => other.documentId !== document.documentId), document];
  return documentPage({
    site: SITE,
    index: indexOf(documents, today),
    document,
    relations: relationsOf(document, documents),
    today,
    fragment,
    referencedBy,
    toc: [
      { depth: 2, id: "a", text: "A" },
      { depth: 3, id: "b", text: "B" },
    ],
    links: [{ href: "/standards/x.md", text: "Markdown" }],
  });
}

const sample = (id: string) => DOCUMENTS.find(({ documentId }) => documentId === id) as DocumentSummary;

describe("the page of a document", () => {
  test("names number, version, track and type above the title, and its place in the site", () => {
    const html = pageOf(sample("sam-0100-v2-names"));
    expect(html).toContain('<p class="eyebrow">SAM-0100 v2 · IaaS · Standard</p><h1>Good Names</h1>');
    expect(html).toContain("<title>SAM-0100 v2: Good Names · Office</title>");
    expect(html).toContain('<a href="/standards/iaas/sam-0100">sam-0100</a>');
  });

  test("says of an effective version since when it is in force, and shows no banner", () => {
    const html = pageOf(sample("sam-0100-v2-names"));
    expect(textOf(html)).toContain("Status Effective In force since 14 June 2023.");
    expect(html).not.toContain('class="notice');
  });

  test("names the documents whose text leads to it", () => {
    const html = pageOf(sample("sam-0100-v2-names"), { referencedBy: [sample("sam-0110-v1-disks")] });
    expect(html).toContain('<a href="/standards/sam-0110-v1-disks">SAM-0110 v1: Fast disks</a>');
    expect(pageOf(sample("sam-0100-v2-names"))).not.toContain("Referenced by");
  });

  test("loads the script for diagrams where there is one", () => {
    const fragment = '<pre><code class="language-mermaid">graph TD</code></pre>';
    expect(pageOf(sample("sam-0100-v2-names"), { fragment })).toContain("/assets/diagrams-");
    expect(pageOf(sample("sam-0100-v2-names"))).not.toContain("/assets/diagrams-");
  });

  test("warns above a deprecated version and leads to the one in force", () => {
    const html = pageOf(sample("sam-0100-v1-names"));
    expect(textOf(html)).toContain("This version is no longer in force. In force is v2: Good Names.");
    expect(html).toContain('href="/standards/sam-0100-v2-names"');
  });

  test("warns above a draft that it binds nobody", () => {
    expect(textOf(pageOf(sample("sam-0100-v3-names")))).toContain(
      "This text is work in progress and binds nobody yet.",
    );
  });

  test("announces a version that is stable but not yet in force", () => {
    const document = sampleDocument("sam-0200-v1-later", { status: "Stable", stabilizedAt: "2027-01-01" });
    const text = textOf(pageOf(document));
    expect(text).toContain("In force from 1 January 2027.");
    expect(text).toContain("This version is stable and takes effect on 1 January 2027.");
  });

  test("announces the end of a version that is still in force, and says nothing more on the day itself", () => {
    const document = sampleDocument("sam-0200-v1-ending", {
      status: "Stable",
      stabilizedAt: "2024-01-01",
      deprecatedAt: "2026-12-01",
    });
    expect(textOf(pageOf(document))).toContain("This version is in force until 1 December 2026.");
    expect(textOf(pageOf(document, { today: "2026-12-01" }))).toContain("No longer in force since 1 December 2026.");
  });

  test("says of a rejected document that it never came into force", () => {
    const document = sampleDocument("sam-0200-v1-no", { status: "Rejected", rejectedAt: "2025-05-05" });
    expect(textOf(pageOf(document))).toContain("Rejected on 5 May 2025. It never came into force.");
  });

  test("links a standard to its supplements and a supplement to its standard", () => {
    expect(textOf(pageOf(sample("sam-0100-v2-names")))).toContain("Supplements 0100 w1: Good Names: Notes");
    const supplement = pageOf(sample("sam-0100-w1-notes"));
    expect(textOf(supplement)).toContain("Supplement to 0100 v2: Good Names");
    expect(supplement).not.toContain('class="notice');
  });

  test("opens the track of the document in the tree and marks its version as the current page", () => {
    const html = pageOf(sample("sam-0100-v1-names"));
    expect(html.match(/<details class="tree-track" open="">/g)).toHaveLength(1);
    expect(html).toContain('<a href="/standards/sam-0100-v1-names" aria-current="page">v1</a>');
  });

  test("leads to the previous and the next number", () => {
    const html = pageOf(sample("sam-0100-v2-names"));
    expect(html).toContain('rel="prev" href="/standards/sam-0001-v1-process"');
    expect(html).toContain('rel="next" href="/standards/sam-0110-v1-disks"');
  });

  test("has headings in order, no id twice, and nothing that the policy refuses, whatever its title", () => {
    for (const document of [
      ...DOCUMENTS,
      sampleDocument("Oddly named", { title: `"><img src=x onerror=y>`, type: undefined }),
    ]) {
      const html = pageOf(document);
      expect(headingSkips(html)).toEqual([]);
      expect(repeatedIds(html)).toEqual([]);
      expect(policyViolations(html)).toEqual([]);
      expect(html).not.toContain("undefined");
    }
  });
});
