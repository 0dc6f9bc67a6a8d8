import { describe, expect, test } from "vitest";

import { requirementsOverviewPage } from "#site/pages/standards/requirements-overview.tsx";
import { requirementsPage } from "#site/pages/standards/requirements.tsx";
import { requirementEntry, type RequirementEntry, type TestcaseEntry } from "#site/requirement-entry.ts";

import { headingSkips, policyViolations, repeatedIds, textOf } from "../../inspect-html.ts";
import { DOCUMENTS, indexOf, sampleDocument, SITE } from "../../sample-site.ts";

const DOCUMENT = sampleDocument("sam-0100-v2-names", { title: "Names <b>" });
const TESTCASE: TestcaseEntry = {
  id: "sam-0100-prefix",
  description: 'The "prefix" is there.',
  href: "/standards/sam-0100-w1-notes#tests",
  clouds: { passing: 1, tested: 3 },
};

function entry(number: number, facts: Partial<Parameters<typeof requirementEntry>[2]> = {}): RequirementEntry {
  const sentence = { keyWords: ["MUST"], level: "MUST" as const, text: "`x<y` MUST be <set>.", line: 9, number };
  return requirementEntry(DOCUMENT.documentId, sentence, { testcases: [], hasTests: true, ...facts });
}

function page(entries: readonly RequirementEntry[], unlinked: readonly TestcaseEntry[] = []): string {
  return requirementsPage({
    site: SITE,
    index: indexOf(DOCUMENTS),
    document: DOCUMENT,
    entries,
    unlinked,
    demo: false,
  });
}

describe("the requirements of a document", () => {
  test("are rows with id, level, sentence and the test cases with the clouds that pass", () => {
    const html = page([entry(7, { testcases: [TESTCASE] })]);
    expect(html).toContain('<a href="/standards/sam-0100-v2-names#R07">R07</a>');
    expect(html).toContain('<code>x&lt;y</code> <em class="rfc2119">MUST</em> be &lt;set&gt;.');
    expect(textOf(html)).toContain("sam-0100-prefix 1 of 3 clouds pass");
    expect(textOf(html)).toContain("1 requirement: 1 checked by test cases.");
  });

  test("say in words that nothing tests them, or that it is unclear", () => {
    const text = textOf(page([entry(1), entry(2, { hasTests: false })]));
    expect(text).toContain("2 requirements: 1 unclear, 1 not tested.");
  });

  test("say when a sentence changed", () => {
    expect(page([entry(1, { changedOn: "2026-11-20" })])).toContain(
      'Changed on <time datetime="2026-11-20">20 November 2026</time>',
    );
  });

  test("end with the test cases that name none of them", () => {
    expect(textOf(page([entry(1)], [TESTCASE]))).toContain("Test cases that name no requirement");
  });

  test("may be none, and the page says so", () => {
    expect(textOf(page([]))).toContain("This document demands nothing");
  });
});

describe("all requirements", () => {
  const documents = [{ document: DOCUMENT, entries: [entry(1), entry(2, { testcases: [TESTCASE] })] }];

  test("can be narrowed to what is tested", () => {
    const html = requirementsOverviewPage({ site: SITE, documents, filter: "yes", demo: false });
    expect(html).toContain('id="sam-0100-v2-names-R02"');
    expect(html).not.toContain('id="sam-0100-v2-names-R01"');
    expect(html).toContain('<a href="/requirements?tested=yes" aria-current="true">');
  });

  test("that are left after narrowing may be none, and the page leads back", () => {
    const html = requirementsOverviewPage({ site: SITE, documents, filter: "no", demo: false });
    expect(html).toContain('<a href="/requirements">See all requirements.</a>');
  });
});

test.each([
  ["the page of a document", page([entry(1), entry(2, { testcases: [TESTCASE] })], [TESTCASE])],
  [
    "the overview",
    requirementsOverviewPage({
      site: SITE,
      documents: [
        { document: DOCUMENT, entries: [entry(1)] },
        { document: sampleDocument("sam-0101-v1-other"), entries: [entry(1)] },
      ],
      filter: undefined,
      demo: true,
    }),
  ],
])("%s has headings in order, no repeated id and nothing that the policy refuses", (_name, html) => {
  expect(headingSkips(html)).toEqual([]);
  expect(repeatedIds(html)).toEqual([]);
  expect(policyViolations(html)).toEqual([]);
});
