import * as fc from "fast-check";
import { expect, test } from "vitest";

import { escapeXml } from "#core/base/xml/escape-xml.ts";
import { writeAtom } from "#core/base/xml/atom.ts";
import { changeFeed, citedName, type ChangeSet } from "#core/standards/feeds/change-feed.ts";
import { writeSitemap } from "#core/standards/feeds/sitemap.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";

const NAMES: DocumentSummary = {
  documentId: "sam-0100-v2-names",
  number: "0100",
  series: "v",
  version: 2,
  title: 'Names & "<others>"',
  type: "Standard",
  track: "IaaS",
  replaces: [],
  replacedBy: [],
  supplements: [],
};
const SCOPE = { title: "Standards", author: "Sample", origin: "https://standards.example", path: "/standards/iaas" };

function feedOf(sets: readonly ChangeSet[]): string {
  return writeAtom(changeFeed(sets, SCOPE));
}

test("an entry says in words what happened, and whatever a title holds stays text", () => {
  const xml = feedOf([{ number: 7, at: "2024-03-01T10:00:00.000Z", changes: [{ document: NAMES, kinds: ["added"] }] }]);
  expect(xml).toContain("<title>SAM-0100 v2 Names &amp; &quot;&lt;others&gt;&quot;: added</title>");
  expect(xml).toContain("<id>tag:standards.example,2026:activation/7/sam-0100-v2-names</id>");
  expect(xml).toContain(
    '<link rel="alternate" type="text/html" href="https://standards.example/standards/sam-0100-v2-names"/>',
  );
  expect(xml).toContain("<updated>2024-03-01T10:00:00.000Z</updated>");
});

test("a feed without entries is a feed, and always the same one", () => {
  expect(feedOf([])).toBe(feedOf([]));
  expect(feedOf([])).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

test("a removed document leads to the past days, for its page is gone", () => {
  const xml = feedOf([
    { number: 1, at: "2024-03-01T10:00:00.000Z", changes: [{ document: NAMES, kinds: ["removed"] }] },
  ]);
  expect(xml).toContain('href="https://standards.example/as-of"');
});

test("escaped text holds no markup and no character that XML forbids", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      expect(escaped).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
      expect(escaped.isWellFormed()).toBe(true);
    }),
  );
});

test("a document whose name cannot be read is cited by its id", () => {
  expect(citedName({ ...NAMES, documentId: "readme", number: undefined, series: undefined, title: "T" })).toBe(
    "readme T",
  );
});

test("a sitemap lists addresses with the day of their last change", () => {
  expect(writeSitemap([{ url: "https://x.test/a?b&c", lastModified: "2024-03-01T00:00:00.000Z" }])).toContain(
    "<url><loc>https://x.test/a?b&amp;c</loc><lastmod>2024-03-01T00:00:00.000Z</lastmod></url>",
  );
});
