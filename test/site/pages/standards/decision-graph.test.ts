import * as fc from "fast-check";
import { expect, test } from "vitest";

import { mentionedDocuments, mentioning } from "#core/standards/publishing/published-document.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { decisionGraph, GRAPH, layOutGraph, type GraphNode, type GraphRow } from "#site/decision-graph.ts";
import { decisionGraphPage } from "#site/pages/standards/decision-graph.tsx";

import { headingSkips, policyViolations, repeatedIds, textOf } from "../../inspect-html.ts";
import { indexOf, sampleDocument, SITE } from "../../sample-site.ts";

const DOCUMENTS = [
  { ...sampleDocument("sam-0100-v1-names", { title: "Names" }), mentions: ["sam-0110-v1-disks", "sam-0999-v1-gone"] },
  sampleDocument("sam-0101-v1-alone", { title: "Alone" }),
  { ...sampleDocument("sam-0102-v1-ports"), mentions: [] },
  sampleDocument("sam-0110-v1-disks", { title: "Fast disks", type: "Decision Record" }),
  {
    ...sampleDocument("sam-0111-v1-ports", { title: "Few <ports>", type: "Decision Record" }),
    mentions: ["sam-0102-v1-ports"],
  },
];
const SCOPES = [{ name: "Sample scope", href: "/certification/scopes/sample", documentIds: ["sam-0100-v1-names"] }];

test("a text names the documents that it links to: beside it, on the site, by reference; others are not documents", () => {
  const text =
    "[a](./sam-0110-v1-disks.md#x) [b](https://docs.example/standards/scs-0100-v3-flavor-naming/#c) [c][d] [e](other.md) sam-0001-v1-x\n\n[d]: sam-0101-w1-notes.md";
  expect(mentionedDocuments(parseMarkdown(text))).toEqual([
    "sam-0101-w1-notes",
    "sam-0110-v1-disks",
    "scs-0100-v3-flavor-naming",
  ]);
  expect(mentioning("sam-0110-v1-disks", DOCUMENTS).map(({ documentId }) => documentId)).toEqual(["sam-0100-v1-names"]);
});

test("a standard stands between the decisions that either text ties it to and the scopes that demand it", () => {
  const rows = decisionGraph(indexOf(DOCUMENTS), SCOPES);
  const ids = ({ standard, decisions, scopes }: GraphRow) =>
    [standard, ...decisions, ...scopes].map((node) => node.key);
  expect(rows.map(ids)).toEqual([
    ["sam-0100", "sam-0110", "/certification/scopes/sample"],
    ["sam-0102", "sam-0111"],
  ]);
});

test("boxes never overlap and every line starts and ends at a box", () => {
  const node = fc.nat(30).map((key): GraphNode => ({ key: `n${key}`, href: "/", number: "", title: "x" }));
  const distinct = { selector: ({ key }: GraphNode) => key, maxLength: 8 };
  const row = fc.record({ decisions: fc.uniqueArray(node, distinct), scopes: fc.uniqueArray(node, distinct) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (sides) => {
      const rows = sides.map(({ decisions, scopes }, position) => ({
        standard: { key: `s${position}`, href: "/", number: "", title: "x" },
        decisions: decisions.map((one) => ({ ...one, key: `d${one.key}` })),
        scopes,
      }));
      const { boxes, lines, height, width } = layOutGraph(rows);
      const places = boxes.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(places.length);
      expect(boxes.every(({ x, y }) => x + GRAPH.boxWidth <= width && y >= 0 && y + GRAPH.boxHeight <= height)).toBe(
        true,
      );
      for (const { from, to } of lines) {
        expect(places).toContain(`${from.x - GRAPH.boxWidth} ${from.y - GRAPH.boxHeight / 2}`);
        expect(places).toContain(`${to.x} ${to.y - GRAPH.boxHeight / 2}`);
      }
    }),
  );
});

test("the page says in a table what the drawing shows", () => {
  const html = decisionGraphPage({ site: SITE, index: indexOf(DOCUMENTS), scopes: SCOPES });
  expect(textOf(html)).toContain("0110 Fast disks");
  expect(html).toContain("Few &lt;ports&gt;");
  expect([...headingSkips(html), ...repeatedIds(html), ...policyViolations(html)]).toEqual([]);
  expect(decisionGraphPage({ site: SITE, index: [], scopes: [] })).toContain("Nothing is connected yet");
});
