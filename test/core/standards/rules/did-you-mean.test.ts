import { expect, test } from "vitest";

import { checkFiles } from "#core/standards/checking/check-files.ts";
import { applyFixes } from "#core/standards/editing/apply-fixes.ts";

const HEADER = ["title: Sample", "type: Procedural", "status: Draft", "track: IaaS"];

/** The header with one line in place of another. */
function withLine(line: string, position: number): string {
  return `---\n${HEADER.with(position, line).join("\n")}\n---\n\nText.\n`;
}

async function findingsOf(text: string) {
  const file = { path: "scs-0100-v1-sample.md", bytes: new TextEncoder().encode(text) };
  const { findings } = await checkFiles([file], { withStyle: false });
  return findings.filter(({ ruleId }) => ruleId.startsWith("front-matter") || ruleId === "known-track");
}

test.each([
  [
    0,
    "title: a: b",
    'The value of `title` has a colon, which begins another field; put it in quotes: `title: "a: b"`.',
    'title: "a: b"',
  ],
  [
    0,
    "title: @home",
    'The value of `title` begins with `@`, which YAML keeps for itself; put it in quotes: `title: "@home"`.',
    'title: "@home"',
  ],
  [
    0,
    "title: [New] names",
    'The value of `title` begins with `[`, which opens a list or mapping; put it in quotes: `title: "[New] names"`.',
    'title: "[New] names"',
  ],
  [3, "track: Iaas", "The track is `Iaas`, expected `IaaS`.", "track: IaaS"],
  [3, "track: Globl", "The track is `Globl`, expected `Global`.", "track: Global"],
  [
    2,
    "status: draft",
    "The value of `status` is `draft`, expected one of `Draft`, `Stable`, `Deprecated`, `Rejected`.",
    "status: Draft",
  ],
  [2, "state: Draft", "The field `state` is unknown, expected `status`.", "status: Draft"],
  [2, "staus: Draft", "The field `staus` is unknown, expected `status`.", "status: Draft"],
])("line %i `%s` is told in words, and --fix writes what was meant", async (position, line, message, repaired) => {
  const findings = await findingsOf(withLine(line, position));
  expect(findings.map((finding) => finding.message)).toContain(message);
  const { text } = applyFixes(withLine(line, position), findings);
  expect(text).toBe(withLine(repaired, position));
  expect(await findingsOf(text)).toEqual([]);
});

test("a slip of YAML is one finding, and none of its words is the parser's", async () => {
  for (const line of ["title: 'open", "title: a: b: c", "\ttitle: x", "- title", "title: *x", 'title: "a" b']) {
    const findings = await findingsOf(withLine(line, 0));
    const syntax = findings.filter(({ ruleId }) => ruleId === "front-matter-syntax");
    expect(syntax.length, line).toBeLessThanOrEqual(2);
    for (const { message } of syntax)
      expect(message).not.toMatch(/implicit|scalar|flow|compact|mapping[s ]|token|plain value/);
  }
});
