import * as fc from "fast-check";
import { expect, test } from "vitest";

import { compareTexts, type BlockDiff } from "#core/standards/comparison/compare-texts.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";
import type { TextBlock, Word } from "#core/standards/comparison/text-block.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";
import { markRequirements } from "#core/standards/requirements/mark-requirements.ts";

function read(markdown: string): TextBlock[] {
  return readBlocks(renderMarkdown(parseMarkdown(markdown), markdown, (url) => url, markRequirements).html);
}

function show(words: readonly Word[]): string {
  return words.map(({ text }) => text).join("");
}

/** `kind: text` per block, changes as `[-removed-]{+added+}`. */
function diff(before: string, after: string): string[] {
  return compareTexts(read(before), read(after)).map((block) => {
    if (block.kind === "removed") return `- ${show(block.before.words)}`;
    if (block.kind === "added") return `+ ${show(block.after.words)}`;
    if (block.kind === "same") return `  ${show(block.after.words)}`;
    const brackets = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] };
    return `~ ${block.segments.map(({ kind, words }) => brackets[kind].join(show(words))).join("")}`;
  });
}

test("equal texts are the same, block by block", () => {
  expect(diff("# A\n\nOne two.\n", "# A\n\nOne two.\n")).toEqual(["  A", "  One two."]);
});

test("inside a changed block words are compared", () => {
  expect(diff("A cloud SHOULD offer two flavors.", "A cloud MUST offer two flavors.")).toEqual([
    "~ A cloud [-SHOULD-]{+MUST+} offer two flavors.",
  ]);
});

test("words that change in a row are one change", () => {
  expect(diff("The old long words stay away here.", "The new short words stay away here.")).toEqual([
    "~ The [-old long-]{+new short+} words stay away here.",
  ]);
});

test("a new block, a removed block and a moved one are not mistaken for changes", () => {
  expect(diff("One apple.\n\nTwo pears and a half.\n", "Two pears and a half.\n\nSomething else.\n")).toEqual([
    "- One apple.",
    "  Two pears and a half.",
    "+ Something else.",
  ]);
});

test("list items, table rows and code are blocks of their own", () => {
  const before = "- a\n- b\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n```text\none\ntwo\n```\n";
  expect(read(before).map(({ kind, words }) => [kind, show(words)])).toEqual([
    ["item", "a"],
    ["item", "b"],
    ["row", "x\u001Fy"],
    ["row", "1\u001F2"],
    ["code", "one\ntwo\n"],
  ]);
});

test("a changed link target is a change, a number or key word mark is none", () => {
  expect(diff("See [this](a) page.", "See [this](b) page.")).toEqual(["~ See [-this-]{+this+} page."]);
  const plain = readBlocks("<p>It MUST work.</p>");
  expect(show(read("It MUST work.")[0]?.words ?? [])).toBe(show(plain[0]?.words ?? []));
  expect(compareTexts(read("It MUST work."), plain)).toMatchObject([{ kind: "same" }]);
});

test("the links of headings and footnotes to themselves are no text", () => {
  expect(read("## Title\n\nText.[^1]\n\n[^1]: Note.\n").map(({ words }) => show(words))).toEqual([
    "Title",
    "Text.1",
    "Footnotes",
    "Note.",
  ]);
});

test("escaped characters are read as what they are", () => {
  expect(show(read('a < b & "c" `<i>`')[0]?.words ?? [])).toBe('a < b & "c" <i>');
});

const piece = fc.constantFrom(
  "alpha beta gamma",
  "**bold** word",
  "`code`",
  "[link](x)",
  "\n\n",
  "\n\n## Head\n\n",
  "\n- item one\n- item two\n\n",
  "\n\n| a | b |\n| - | - |\n| 1 | MUST |\n\n",
  "\n\n```text\na  b\nc\n```\n\n",
  "delta & <x>",
  "It MUST work. ",
);
const text = fc.array(piece, { maxLength: 15 }).map((parts) => parts.join(" "));

test("applying a diff reproduces both sides, word by word", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const left = read(before);
      const right = read(after);
      const blocks = compareTexts(left, right);
      expect(blocks.flatMap((block) => ("before" in block ? [block.before] : []))).toEqual(left);
      expect(blocks.flatMap((block) => ("after" in block ? [block.after] : []))).toEqual(right);
      for (const block of blocks) if (block.kind === "changed") expectSegments(block);
    }),
  );
});

function expectSegments({ before, after, segments }: Extract<BlockDiff, { kind: "changed" }>): void {
  const words = (side: "removed" | "added"): readonly Word[] =>
    segments.flatMap((segment) => (segment.kind === "same" || segment.kind === side ? segment.words : []));
  expect(show(words("removed"))).toBe(show(before.words));
  expect(show(words("added"))).toBe(show(after.words));
}

test("any bytes that look like HTML are read without an error", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("<p>", "</p>", "<li>", "</a>", "<a ", 'href="', '"', ">", "&#x", ";", "x", "<")),
      (parts) => {
        expect(Array.isArray(readBlocks(parts.join("")))).toBe(true);
      },
    ),
  );
});

test("two long texts without anything in common end within the budget", () => {
  const before = Array.from({ length: 3000 }, (_one, index) => `<p>a${index % 5} b c d e</p>`).join("");
  const after = Array.from({ length: 3000 }, (_one, index) => `<p>b${index % 7} c d e f</p>`).join("");
  const blocks = compareTexts(readBlocks(before), readBlocks(after));
  expect(blocks.filter((block) => "before" in block).length).toBe(3000);
});

test.each([
  ["one block of many words", words(60_000, (index) => `w${index}`), words(60_000, (index) => `w${60_000 - index}`)],
  ["many nested marks", nested("strong", 20_000), nested("em", 20_000)],
  ["brackets that open nothing", "<".repeat(200_000), "<a ".repeat(100_000)],
])("%s neither overflows nor hangs, and both sides are whole", (_name, before, after) => {
  const [left, right] = [readBlocks(before), readBlocks(after)];
  const blocks = compareTexts(left, right);
  expect(blocks.flatMap((block) => ("before" in block ? [block.before] : []))).toEqual(left);
  expect(blocks.flatMap((block) => ("after" in block ? [block.after] : []))).toEqual(right);
});

function words(count: number, wordAt: (index: number) => string): string {
  return `<p>${Array.from({ length: count }, (_one, index) => wordAt(index)).join(" ")}</p>`;
}

function nested(tag: string, depth: number): string {
  return `<p>${`<${tag}>`.repeat(depth)}x${`</${tag}>`.repeat(depth)}</p>`;
}
