import * as fc from "fast-check";
import { expect, test } from "vitest";

import { writeAtom } from "#core/base/xml/atom.ts";
import { newsFeed } from "#core/standards/feeds/news-feed.ts";
import { findAddressConflicts } from "#core/standards/publishing/find-address-conflicts.ts";
import { guideGroupTitle, guideHref, sortGuides, type Guide } from "#core/standards/publishing/guide.ts";
import { sortNews, type News } from "#core/standards/publishing/news.ts";
import { renderFile } from "#core/standards/publishing/render-file.ts";
import type { FileKind } from "#core/standards/publishing/tree-layout.ts";

function publish(kind: FileKind, path: string, text: string) {
  const outcome = renderFile(kind, path, new TextEncoder().encode(text));
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

const GUIDE = "---\ntitle: The test pipeline\nposition: 2\n---\n\nSee [scopes](scopes-versions.md#levels).\n\n## Run\n";
const NEWS =
  "---\ntitle: Version 1 counts\ndate: 2024-11-26\n---\n\nIt MUST be read, see [before](2024-01-01-draft.md).\n";

test("a guide is known by its folder and name, and links to its neighbors", () => {
  const { facts, html, toc, findings, search } = publish("guide", "guides/certification/pipeline.md", GUIDE);
  expect(facts).toEqual({ guideId: "certification/pipeline", title: "The test pipeline", position: 2 });
  expect(findings).toEqual([]);
  expect(html).toContain('href="/standards/certification/scopes-versions#levels"');
  expect(toc.map(({ id }) => id)).toEqual(["run"]);
  expect(search[0]).toMatchObject({ kind: "guide", href: "/standards/certification/pipeline", headings: "Run" });
});

test("news has a day, links to its neighbors, and demands nothing", () => {
  const { facts, html, requirements, search } = publish("news", "news/2024-11-26-kaas.md", NEWS);
  expect(facts).toEqual({ newsId: "2024-11-26-kaas", title: "Version 1 counts", date: "2024-11-26" });
  expect(html).toContain('href="/news/2024-01-01-draft"');
  expect(requirements).toEqual([]);
  expect(search[0]).toMatchObject({ kind: "news", ref: "2024-11-26", href: "/news/2024-11-26-kaas" });
});

test.each([
  ["guide", "guides/a/b.md", "No front matter", "guide-schema", /begin it with `---`, `title`, `---`/],
  ["news", "news/b.md", "---\ntitle: A\n---\n", "news-schema", /date/],
  ["news", "news/b.md", "---\ntitle: A\ndate: tomorrow\n---\n", "news-schema", /tomorrow|pattern|date/],
  ["guide", "guides/a/b.md", "---\ntitle: [\n---\n", "guide-syntax", /./],
] as const)(
  "a faulty %s (%s: %j) is published under its file name, with a finding",
  (kind, path, text, rule, words) => {
    const { facts, findings } = publish(kind, path, text);
    expect(facts).toMatchObject({ title: "b" });
    expect(findings[0]?.ruleId).toBe(rule);
    expect(findings[0]?.message).toMatch(words);
  },
);

test("whatever the bytes, a guide is published or refused with a place, and nothing of it runs", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom("guide" as const, "news" as const),
      (bytes, kind) => {
        const outcome = renderFile(kind, "guides/a/b.md", bytes);
        if (!outcome.ok) expect(outcome.failure.place.start.line).toBeGreaterThan(0);
        else expect(outcome.value.html).not.toMatch(/<script|javascript:/i);
      },
    ),
  );
});

test("guides stand by group and position, the ones without position last", () => {
  const guide = (guideId: string, title: string, position?: number): Guide => ({
    guideId,
    title,
    ...(position === undefined ? {} : { position }),
  });
  const sorted = sortGuides([
    guide("b/x", "X", 1),
    guide("a/last", "Zed"),
    guide("a/first", "Alpha"),
    guide("a/two", "B", 2),
    guide("a/ten", "A", 10),
  ]);
  expect(sorted.map(({ guideId }) => guideId)).toEqual(["a/two", "a/ten", "a/first", "a/last", "b/x"]);
  expect(guideGroupTitle("for-providers/x")).toBe("For providers");
  expect(guideHref({ guideId: "a/ä" })).toBe("/standards/a/%C3%A4");
});

test("news is newest first, and its feed gives every piece its day", () => {
  const news: News[] = [
    { newsId: "old", title: "Old", date: "2024-01-01" },
    { newsId: "undated", title: "Undated", date: undefined },
    { newsId: "new", title: "New & <b>", date: "2024-02-01", description: "What." },
  ];
  const sorted = sortNews(news);
  expect(sorted.map(({ newsId }) => newsId)).toEqual(["new", "old", "undated"]);
  const feed = newsFeed(sorted, { title: "News", author: "A", origin: "https://s.example:8080" });
  expect(feed.entries.map(({ id }) => id)).toEqual(["tag:s.example,2026:news/new", "tag:s.example,2026:news/old"]);
  expect(feed.updated).toBe("2024-02-01T00:00:00.000Z");
  expect(writeAtom(feed)).toContain("<title>New &amp; &lt;b&gt;</title>");
});

test("two guides that would be one page are named", () => {
  const file = (path: string) => ({ path, kind: "guide" as const, sha256: "a".repeat(64) });
  const [finding] = findAddressConflicts([file("guides/a/b.md"), file("handbook/a/b.md")]);
  expect(finding?.message).toContain("`/standards/a/b`");
});
