/**
 * The examples of CommonMark 0.31.2 and of GitHub's extensions, against the renderer as documents meet it. Where Stele
 * renders differently on purpose, the example is listed here under the reason; every other one must be equal, and none
 * may be listed that is equal.
 */
import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

import { comparableHtml, withoutAdditions } from "./comparable-html.ts";

const VECTORS = "../shared/corpus/markdown";
const HAS_CORPUS = existsSync(VECTORS);

interface Example {
  readonly example: number;
  readonly markdown: string;
  readonly html: string;
  readonly extensions?: readonly string[];
}

function examplesOf(file: string): Example[] {
  return JSON.parse(readFileSync(`${VECTORS}/${file}`, "utf8")) as Example[];
}

function isEqual({ markdown, html }: Example): boolean {
  const rendered = renderMarkdown(parseMarkdown(markdown), markdown, (url) => url);
  return comparableHtml(withoutAdditions(rendered.html)) === comparableHtml(html);
}

/** Numbers and ranges of them: `21 148-191`. */
function numbers(list: string): number[] {
  return list.split(" ").flatMap((item) => {
    const [first = 0, last = first] = item.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_none, index) => first + index);
  });
}

const COMMONMARK_EXCEPTIONS: Readonly<Record<string, readonly number[]>> = {
  "HTML in Markdown is shown as text, comments vanish": numbers(
    "21 31 148-191 201 308 309 344 475-477 491 494 524 536 613-617 623 625 626 630 631 642 643",
  ),
  "an image becomes a link to it": numbers("517 520 531 572-589 591"),
  "an address of a scheme that is not known to be harmless is no link": [500, 597, 598, 599, 601],
  "bare addresses are links, as in GitHub's Markdown": [602, 606, 608, 611, 612],
  "an indented line after a short one defines it": [49, 70, 87, 113, 223, 238],
  "a first line of three hyphens begins the front matter": [96, 98],
  "a language of a code block is a plain word": [34, 144],
};

const GFM_EXCEPTIONS: Readonly<Record<string, readonly number[]>> = {
  "HTML in Markdown is shown as text, harmless or not": [653],
  "task lists carry classes": [279, 280],
  "ftp addresses are no links": [628],
};

const CMARK_GFM_EXCEPTIONS: Readonly<Record<string, readonly number[]>> = {
  "HTML in Markdown is shown as text": [12, 22],
  "an image becomes a link to it": [19],
  "the vector says nothing, only that it must not fail": [20],
  "footnotes have the ids and the heading of the site of today": [23],
  "task lists carry classes": [26, 27, 28],
};

test.skipIf(!HAS_CORPUS).each([
  { name: "CommonMark 0.31.2", file: "commonmark-0.31.2.spec.json", exceptions: COMMONMARK_EXCEPTIONS, count: 652 },
  { name: "the extensions of GFM 0.29", file: "gfm-0.29.spec.json", exceptions: GFM_EXCEPTIONS, count: 24 },
  {
    name: "tables, footnotes, autolinks",
    file: "cmark-gfm/extensions.json",
    exceptions: CMARK_GFM_EXCEPTIONS,
    count: 28,
  },
])("$name: $count examples, the different ones are those that are meant to be", ({ file, exceptions, count }) => {
  // The GFM file repeats CommonMark of an older edition; its own examples name their extension.
  const examples = examplesOf(file).filter(
    ({ extensions }) => !file.startsWith("gfm-") || (extensions ?? []).length > 0,
  );
  expect(examples).toHaveLength(count);
  const different = examples.filter((example) => !isEqual(example)).map(({ example }) => example);
  expect(different).toEqual(
    Object.values(exceptions)
      .flat()
      .sort((a, b) => a - b),
  );
});
