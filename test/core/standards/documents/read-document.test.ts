import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readDocument, readDocumentText, type ParsedDocument } from "#core/standards/documents/read-document.ts";
import { summarizeDocument } from "#core/standards/documents/summarize.ts";

const PATH = "documents/scs-0100-v1-sample.md";
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("what cannot be read is one finding with its place", () => {
  test.each<[string, Uint8Array, string, { line: number; column: number }]>([
    ["more than 256 KiB", encode("a\n".repeat(600_000)), "1,200,000 bytes", { line: 1, column: 1 }],
    ["a byte that is not UTF-8", Uint8Array.from([97, 10, 98, 0xff]), "0xFF at offset 3", { line: 2, column: 2 }],
    ["UTF-16", Uint8Array.from([0x61, 0x00, 0x62, 0x00]), "NUL", { line: 1, column: 2 }],
    ["a line of 1 MB", encode("a".repeat(1_000_000)), "1,000,000 bytes", { line: 1, column: 1 }],
    ["a line of 200 kB", encode(`x\n${"a".repeat(200_000)}`), "a line longer than", { line: 2, column: 50_001 }],
    ["lists nested 500 deep", encode(nestedLists(500)), "nested more than 100 deep", { line: 101, column: 1 }],
    ["quotes nested 1,000 deep", encode(`${"> ".repeat(1000)}x`), "nested more than 100 deep", { line: 1, column: 1 }],
    ["admonitions nested 1,000 deep", encode(":::note\n".repeat(1000)), "nested", { line: 101, column: 1 }],
    [
      "quotes 50 deep, 1,000 times",
      encode(`${"> ".repeat(50)}x\n`.repeat(1000)),
      "too many nested lines",
      { line: 801, column: 1 },
    ],
    ["quotes in quotes, 401 times", encode("> > a\n\n".repeat(401)), "begin inside", { line: 801, column: 1 }],
    ["lists in the same line, 801 times", encode("- - a\n".repeat(801)), "begin inside", { line: 801, column: 1 }],
    ["lists below items, 801 times", encode("- a\n  - b\n".repeat(801)), "begin inside", { line: 1602, column: 1 }],
    ["quotes in items, 801 times", encode("1. > a\n".repeat(801)), "begin inside", { line: 801, column: 1 }],
    ["items in quotes, 401 times", encode("> - a\n\n".repeat(401)), "begin inside", { line: 801, column: 1 }],
    ["50,000 strikes in a paragraph", encode("~a~\n".repeat(20_000)), "too much markup", { line: 3163, column: 1 }],
    ["40,000 lines", encode("a\n\n".repeat(20_000)), "more than 10,000 lines", { line: 10_001, column: 1 }],
    ["a run of 10,000 asterisks", encode("*".repeat(10_000)), "more than 200 times", { line: 1, column: 1 }],
  ])("%s", (_name, bytes, reason, start) => {
    const read = readDocument(PATH, bytes);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.failure).toMatchObject({
      ruleId: "document-unreadable",
      severity: "error",
      place: { path: PATH, start },
    });
    expect(read.failure.message).toContain(reason);
  });
});

test.each([
  ["a list of 5,000 items", "- a\n".repeat(5_000)],
  ["a list of 5,000 items in a quote", "> - a\n".repeat(5_000)],
  ["a quote in a quote of 5,000 lines", "> > a\n".repeat(5_000)],
  ["800 lists below items", "- a\n  - b\n  - c\n".repeat(800)],
])("%s is read", (_name, text) => {
  expect(readDocument(PATH, encode(text)).ok).toBe(true);
});

describe("front matter with faults still gives a summary", () => {
  test("a single name counts as a list, a bad date as none, the file name as title", () => {
    const text = "---\ntype: Standard\nreplaces: scs-0100-v0.md\nstabilized_at: 2024-02-30\nstatus: Proposal\n---\n";
    expect(summarizeDocument(read(text))).toEqual({
      documentId: "scs-0100-v1-sample",
      number: "0100",
      series: "v",
      version: 1,
      title: "scs-0100-v1-sample",
      type: "Standard",
      track: undefined,
      replaces: ["scs-0100-v0.md"],
      replacedBy: [],
      supplements: [],
    });
  });

  test("a document without front matter is known by its file name", () => {
    const document = read("# Only text\n");
    expect(summarizeDocument(document).title).toBe("scs-0100-v1-sample");
    expect(document.frontMatter.faults).toHaveLength(1);
  });

  test("an alias bomb is a fault, not a memory problem", () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? "x" : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(9).fill(inner).join(", ")}]`;
    });
    const document = read(`---\ntitle: Bomb\n${levels.join("\n")}\n---\n`);
    expect(document.frontMatter.faults.map((fault) => fault.message)).toContain(
      "The value resolves too many aliases or is nested too deep.",
    );
    expect(summarizeDocument(document).title).toBe("Bomb");
  });

  test.each([
    ["twice", 'title: A\n"title": B', "`title` stands here twice", 3],
    ["twice inside a value", "title: A\nstatus: { a: 1, a: 2 }", "`a` stands here twice", 3],
    ["as a list", "? [title]\n: A", "not a list", 2],
    ["as an alias", "title: &a B\n*a : C", "alias", 3],
  ])("a field whose name stands %s is a fault with its place", (_name, yaml, words, line) => {
    const { frontMatter, lines } = read(`---\n${yaml}\n---\n`);
    expect(frontMatter.faults.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
    expect(lines.positionAt(frontMatter.faults[0]?.span.start ?? 0).line).toBe(line);
  });

  test("nesting without end is a fault", () => {
    expect(read(`---\ntitle: ${"[".repeat(6_000)}\n---\n`).frontMatter.faults.length).toBeGreaterThan(0);
  });
});

test("positions of front matter are those of the whole file", () => {
  const { frontMatter, lines } = read("---\ntitle: A\n# comment\nreplaces:\n  - one.md\n  - two.md\n---\n\n## Body\n");
  expect(lines.positionAt(frontMatter.fields.get("replaces")?.keySpan.start ?? 0)).toEqual({ line: 4, column: 1 });
  expect(lines.positionAt(frontMatter.spanOf(["replaces", "1"]).start)).toEqual({ line: 6, column: 5 });
  expect(frontMatter.bodyStart).toBe(58);
});

test("no bytes make reading throw, and every place lies inside the text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom("", "---\n", "---\ntitle: "), (bytes, prefix) => {
      const read = readDocument(PATH, Uint8Array.from([...encode(prefix), ...bytes]));
      if (!read.ok) return;
      summarizeDocument(read.value);
      for (const fault of read.value.frontMatter.faults) {
        expect(fault.span.start).toBeLessThanOrEqual(fault.span.end);
        expect(fault.span.end).toBeLessThanOrEqual(read.value.text.length);
      }
    }),
  );
});

function nestedLists(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- x`).join("\n");
}

function read(text: string): ParsedDocument {
  const read = readDocumentText(PATH, text);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
