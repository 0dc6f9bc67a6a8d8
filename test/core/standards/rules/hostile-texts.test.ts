/**
 * Documents that kept a check busy for minutes or hours when rules looked at each place again from each other one. They are as
 * long as a document may be, so that a test that does not end is the failure.
 */
import { expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { comparableHeading } from "#core/standards/documents/outline.ts";
import { slugify } from "#core/standards/editing/new-document.ts";

const HEADER = "---\ntitle: Sample\ntype: Standard\nstatus: Draft\ntrack: IaaS\n---\n\n## Introduction\n\n";

async function rulesOf(body: string, header: string = HEADER): Promise<Set<string>> {
  const bytes = new TextEncoder().encode(header + body);
  const { findings } = await checkFiles([{ path: "scs-0100-v1-sample.md", bytes }], { withStyle: false });
  return new Set(findings.map(({ ruleId }) => ruleId));
}

/** As often as such a comment may stay open in one block: more is not parsed. */
const OPEN = 500;

test("comments of the template that nothing closes", async () => {
  const rules = await rulesOf("<!--This is a template\n".repeat(OPEN));
  expect(rules).not.toContain("document-unreadable");
  expect(rules).not.toContain("template-leftover");
});

test("comments of the template, one in the other", async () => {
  const rules = await rulesOf(`${"<!--This is a template\n".repeat(OPEN)}-->\n`);
  expect(rules).toContain("template-leftover");
});

test("a section of comments that nothing closes", async () => {
  expect(await rulesOf("<!--\n".repeat(OPEN))).not.toContain("document-unreadable");
  expect(await rulesOf("<!--\n".repeat(6_000))).toContain("document-unreadable");
});

test("directives with much space and no end", async () => {
  const line = `<!--stele-disable-file ${" ".repeat(40_000)}\n`;
  expect(await rulesOf(line.repeat(5))).not.toContain("document-unreadable");
});

test("a field of the header that ends with spaces and a word", async () => {
  const header = `---\ntitle: Sample\ntype: Standard\nstatus: Draft\ntrack: IaaS\ndescription: a${" ".repeat(19_000)}b\n---\n\n## I\n\n`;
  expect(await rulesOf("Text.\n", header)).not.toContain("front-matter-trailing-space");
});

test("footnote marks in each other", async () => {
  expect(await rulesOf(`${"[^a".repeat(10_000)}\n`)).not.toContain("footnote-undefined");
});

test("a heading of a million spaces before its last word", () => {
  const text = `a${" ".repeat(1_000_000)}b`;
  expect(comparableHeading(text)).toBe(text);
  expect(comparableHeading(`A${" ".repeat(1_000_000)}(OPTIONAL) `)).toBe("a");
});

test("a title of a million dashes", () => {
  expect(slugify(`a${"-".repeat(1_000_000)}b`)).toBe("a-b");
});
