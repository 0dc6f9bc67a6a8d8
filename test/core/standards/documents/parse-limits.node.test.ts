import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findBrokenLimit } from "#core/standards/documents/parse-limits.ts";
import { readDocumentText } from "#core/standards/documents/read-document.ts";
import { unclosedCost } from "#core/standards/documents/unclosed-markup.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** As much of a piece as makes `length` characters. */
function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

const [ROW, HEAD, DELIMITERS] = ["b|\n", filled("a|", 4_000), filled("-|", 4_000)];

/** Each of these took the parser, the style check or the renderer seconds to minutes. */
const DEAR: readonly (readonly [name: string, text: string, reason: string])[] = [
  ["comments", filled("<!-- a", 15_000), "HTML comments"],
  ["comments on lines of their own", filled("a <!-- a\n", 15_000), "HTML comments"],
  ["comments in a cell, closed in the next", `|a|b|\n|-|-|\n|${filled("<!-- a", 15_000)}|-->|\n`, "HTML comments"],
  ["instructions", `a ${filled("<? a", 15_000)}`, "HTML comments"],
  ["sections of character data", `a ${filled("<![CDATA[ a", 15_000)}`, "HTML comments"],
  ["declarations", `a ${filled("<!A a", 15_000)}`, "HTML comments"],
  ["tags", `x ${filled("<a>", 30_000)}`, "markup"],
  ["closing brackets", filled("]", 30_000), "markup"],
  ["brackets in brackets", "[".repeat(15_000) + "]".repeat(15_000), "markup"],
  ["stars", filled("*a", 30_000), "markup"],
  ["footnotes", filled("[^a] ", 30_000), "markup"],
  ["headings underlined by =", filled("a\n=\n", 8_000), "underlined headings"],
  ["headings underlined by -", filled("|\n-\n", 8_000), "underlined headings"],
  ["rows shorter than the head", `${HEAD}\n${DELIMITERS}\n${filled(ROW, 10_000)}`, "cells"],
  ["lists within lists", `${filled("- ", 300)}a\n`, "nested more than"],
  ["many lists within lists", `${"- ".repeat(90)}a\n`.repeat(150), "begin inside"],
];

describe("what is dear", () => {
  test.each(DEAR)("%s are not parsed; the finding names place, reason and remedy", (_name, text, reason) => {
    const read = readDocumentText("scs-0100-v1-a.md", `# A\n\n${text}\n\nB\n`);
    const message = read.ok ? "" : read.failure.message;
    expect(message).toContain(reason);
    expect(message).toMatch(/^The text has .+, so it is not parsed: .+\.$/);
    expect(read.ok ? 0 : read.failure.place.start.line).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["comments that are closed", filled("a <!-- b --> c\n", 30_000)],
    ["paragraphs with links", filled("A [link](https://scs.community) and `code`.\n\n", 100_000)],
    ["a table of 3,000 rows", `|a|b|c|\n|-|-|-|\n${"|a|b|c|\n".repeat(3_000)}`],
    ["500 underlined headings", "A heading\n=========\n\n".repeat(500)],
    ["a listing of 1,000 lines", `\`\`\`json\n${'  "some_key": ["a", "b"],\n'.repeat(1_000)}\`\`\`\n`],
    ["a list of 1,000 links", "- [a](https://scs.community)\n".repeat(1_000)],
  ])("%s are parsed", (_name, text) => {
    expect(findBrokenLimit(text)).toBeUndefined();
  });
});

test("our own documents are parsed, and would be if each were ten times as long", () => {
  const texts = ["docs", "standards-src"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      // Its example shows what is refused.
      .filter((name) => name.endsWith(".md") && !name.endsWith("document-unreadable.md"))
      .map((name) => readFileSync(join(ROOT, folder, name), "utf8")),
  );
  expect(texts.length).toBeGreaterThan(50);
  for (const text of texts) expect(findBrokenLimit(`${text}\n\n`.repeat(10))).toBeUndefined();
});

/** The same by trying every opener with the text behind it. */
function slowHtmlCost(block: string): number {
  const ends = { "<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">" };
  const costs = Object.entries(ends).map(([opener, end]) => {
    let cost = 0;
    for (let at = 0; at < block.length; at += 1) {
      if (!block.startsWith(opener, at)) continue;
      const behind = block.slice(at + opener.length);
      const next = behind.includes(opener) ? behind.indexOf(opener) : behind.length;
      const close = behind.includes(end) ? behind.indexOf(end) : Number.POSITIVE_INFINITY;
      if (close > next) cost += block.length - at;
    }
    return cost;
  });
  return Math.max(...costs);
}

test("each opener without an end of its own costs the rest of the block", () => {
  const parts = fc.constantFrom("<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "<!", ">", "a", " ");
  const block = fc.array(parts, { maxLength: 30 }).map((all) => all.join(""));
  fc.assert(
    fc.property(block, (text) => {
      expect(unclosedCost(text)).toBe(slowHtmlCost(text));
    }),
  );
});
