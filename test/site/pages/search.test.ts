import { expect, test } from "vitest";

import { searchPage, type SearchOutcome, type SearchResult } from "#site/pages/search.tsx";

import { headingSkips, policyViolations, repeatedIds, textOf } from "../inspect-html.ts";
import { DOCUMENTS, indexOf, SITE } from "../sample-site.ts";

const NOTHING: SearchOutcome = { results: [], total: 0, pageCount: 0, isLoose: false };

const RESULT: SearchResult = {
  kind: "document",
  ref: "sam-0100-v2-names",
  href: "/standards/sam-0100-v2-names",
  title: [
    { text: "Good ", isMatch: false },
    { text: "Names", isMatch: true },
  ],
  snippet: [{ text: "<script>alert(1)</script>", isMatch: true }],
  track: "IaaS",
  type: "Standard",
  phase: "effective",
};

function page(text: string, outcome: SearchOutcome, filters = {}): string {
  return searchPage({ site: SITE, index: indexOf(DOCUMENTS), text, filters, page: 1, outcome });
}

test("matches are marked, and what a text holds stays text", () => {
  const html = page("names", { ...NOTHING, results: [RESULT], total: 1, pageCount: 1 });
  expect(html).toContain("Good <mark>Names</mark>");
  expect(html).toContain("<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>");
  expect(policyViolations(html)).toEqual([]);
  expect(repeatedIds(html)).toEqual([]);
  expect(headingSkips(html)).toEqual([]);
});

test("what was typed is text in the form, the title and the sentence", () => {
  const html = page('"><script>alert(1)</script>', NOTHING);
  expect(html).not.toContain("<script>alert");
  expect(html).toContain("&lt;script&gt;");
});

test("nothing found with filters offers the search without them", () => {
  expect(page("names", NOTHING, { track: "IaaS" })).toContain('<a href="/search?q=names">Search without them.</a>');
});

test("results that lack some of the words say so", () => {
  const html = page("names nothing", { results: [RESULT], total: 1, pageCount: 1, isLoose: true });
  expect(textOf(html)).toContain("1 result. Nothing has all of these words; these have some of them.");
});

test("the next page keeps the words and the filters", () => {
  const html = page("names & more", { results: [RESULT], total: 40, pageCount: 2, isLoose: false }, { track: "IaaS" });
  expect(html).toContain('href="/search?q=names%20%26%20more&amp;track=IaaS&amp;page=2"');
});

test("search results stay out of search engines", () => {
  expect(page("", NOTHING)).toContain('<meta name="robots" content="noindex"/>');
});
