import { expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";

const PATH = "Standards/scs-0100-v1-sample.md";
const check = (body: string) =>
  checkFiles([{ path: PATH, bytes: new TextEncoder().encode(`---\ntitle: Sample\n---\n\n# Sample\n\n${body}`) }]);

test.each([
  ["line breaks", "a<br>b "],
  ["comments", "<!-- a\n"],
  ["blocks", "<div>\n\n"],
])("of a text with 1,501 %s markdownlint is not asked, which is told; the other rules are", async (_name, unit) => {
  const { findings } = await check(unit.repeat(1_501));
  const ids = new Set(findings.map(({ ruleId }) => ruleId));
  expect([...ids].filter((id) => id.startsWith("markdownlint"))).toEqual(["markdownlint/MD033"]);
  expect(findings.find(({ ruleId }) => ruleId === "markdownlint/MD033")?.message).toMatch(
    /^The text has more than 1,500 tags/,
  );
  expect(ids.size).toBeGreaterThan(1);
});

test("of a text with 1,500 it is", async () => {
  const { findings } = await check("a<br>b ".repeat(1_500));
  const told = findings.filter(({ ruleId }) => ruleId.startsWith("markdownlint/"));
  expect(told.length).toBeGreaterThan(1);
  expect(told.filter(({ message }) => message.includes("not asked"))).toEqual([]);
});
