import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { wordsOfMarkdown } from "#core/standards/search/index-markdown.ts";
import { entriesOfScope } from "#core/standards/search/index-scope.ts";
import { MATCH_END, MATCH_START, splitMarkedText } from "#core/standards/search/marked-text.ts";
import { searchEntry } from "#core/standards/search/search-entry.ts";

const SCOPE = `name: Sample scope
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./test.py
    testcases:
      - id: sam-0104-image-ubuntu
        description: There is an image of Ubuntu.
        url: https://docs.example.org/standards/sam-0104-v1-images#ubuntu
      - id: sam-0104-elsewhere
        description: Described elsewhere.
        url: https://example.org/wiki
modules:
  - id: images
    targets:
      main: [sam-0104-image-ubuntu, sam-0104-elsewhere]
timeline: []
versions:
  - version: v1
    stabilized_at: 2024-01-01
    include: [images]
`;

test("the words of a text are its blocks in reading order, without front matter, headings and comments", () => {
  const text =
    "---\ntitle: Hidden\n---\n\n## Motivation\n\nOne *two*.\n\n<!-- no -->\n\n| a | b |\n| - | - |\n| c | d |\n\n```sh\nls\n```\n";
  expect(wordsOfMarkdown(parseMarkdown(text))).toEqual({ headings: "Motivation", body: "One two.\na\nb\nc\nd\nls" });
});

test("testcases lead to the clause on this site, or to their scope", () => {
  expect(entriesOfScope("scopes/sample.yaml", SCOPE).map(({ ref, href }) => [ref, href])).toEqual([
    ["sam-0104-image-ubuntu", "/standards/sam-0104-v1-images#ubuntu"],
    ["sam-0104-elsewhere", "/certification/scopes/sample"],
  ]);
});

test("a scope file that cannot be read has no testcases to find", () => {
  expect(entriesOfScope("scopes/x.yaml", "[")).toEqual([]);
});

test("no searched text can hold the marks of a match", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { title, headings, body } = searchEntry({
        kind: "document",
        ref: "x",
        href: "/x",
        title: `${MATCH_START}${text}`,
        headings: text,
        body: `${text}${MATCH_END}`,
      });
      expect(`${title}${headings}${body}`).not.toMatch(/[\u0002\u0003]/);
    }),
  );
});

test("a marked text falls into what matched and what did not", () => {
  expect(splitMarkedText("the \u0002flavor\u0003 name")).toEqual([
    { text: "the ", isMatch: false },
    { text: "flavor", isMatch: true },
    { text: " name", isMatch: false },
  ]);
});

test("marks that lost their partner do no harm", () => {
  expect(splitMarkedText("a\u0003b\u0002c")).toEqual([
    { text: "a", isMatch: false },
    { text: "b", isMatch: false },
    { text: "c", isMatch: true },
  ]);
});
