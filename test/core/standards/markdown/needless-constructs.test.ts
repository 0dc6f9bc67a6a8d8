import * as fc from "fast-check";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";

import { needlessConstructs } from "#core/standards/markdown/needless-constructs.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { restoreFalseDirectives } from "#core/standards/markdown/restore-false-directives.ts";

/** The parser with everything that it can do, at every place. */
const whole = unified().use(remarkParse).use(remarkFrontmatter, ["yaml"]).use(remarkGfm).use(remarkDirective).freeze();

/** Pieces of tables, addresses and what they may lie in. */
const PIECES =
  "a|x@y.example|www.x.example|\\||-|--|:-|-:|\\|-\\||- |> |1. |[^1]: |    |\t|`|*|# |:::note\n|===|---\n|\r\n|\n|\n\n".split(
    /(?<!\\)\|/,
  );

test("what is left out of parsing never changes the tree", () => {
  const text = fc
    .array(fc.constantFrom(...PIECES.map((piece) => piece.replaceAll("\\|", "|"))), { maxLength: 16 })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (source) => {
      const root = whole.parse(source);
      restoreFalseDirectives(root, source);
      expect(parseMarkdown(source)).toEqual(root);
    }),
    { numRuns: 1_000 },
  );
});

test("tables and addresses are looked for where they can be", () => {
  expect(needlessConstructs("Text.\n\n---\n")).toEqual(["table", "emailAutolink"]);
  expect(needlessConstructs("> a | b\r\n> - | :-:\r\n")).toEqual(["emailAutolink"]);
  expect(needlessConstructs("Write to a@b.example.")).toEqual(["table"]);
});

test("a line of dashes without end costs nothing", () => {
  expect(needlessConstructs(`${"-".repeat(50_000)}x\n${"- ".repeat(25_000)}x`)).toContain("table");
});
