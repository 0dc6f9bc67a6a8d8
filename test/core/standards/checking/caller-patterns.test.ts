/** What a stranger's `stele.config.yaml` and style file can ask of a server: `POST /api/v1/validate/documents`. */
import { describe, expect, test } from "vitest";

import { answerCheck } from "#core/standards/changes/answer-check.ts";
import { applyIgnores } from "#core/standards/checking/apply-ignores.ts";
import { readCheckConfig } from "#core/standards/checking/check-config.ts";
import type { Finding } from "#core/base/finding.ts";

const HEADER = "---\ntitle: Sample\ntype: Standard\nstatus: Draft\ntrack: IaaS\n---\n\n## Introduction\n\n";

function file(path: string, text: string) {
  return { path, bytes: new TextEncoder().encode(text) };
}

async function checkWith(style: unknown, body: string, path = "scs-0100-v1-sample.md") {
  const files = [file(path, HEADER + body), file(".markdownlint.jsonc", JSON.stringify(style))];
  return (await answerCheck({ files })).findings;
}

const searching = (searchPattern: string, more: object = {}) => ({
  default: false,
  "search-replace": { rules: [{ name: "mine", message: "not so", searchPattern, ...more }] },
});

describe("a search of a caller", () => {
  test("finds and repairs as the pattern says", async () => {
    const findings = await checkWith(searching("/([^\\s>|]) {2,}([^\\s|])/g", { replace: "$1 $2" }), "One  two.\n");
    const [finding] = findings.filter(({ ruleId }) => ruleId === "typography/mine");
    expect(finding?.message).toBe("`e  t`: not so.");
    expect(finding?.fix?.edits[0]?.text).toBe("e t");
  });

  test("is literal where it says `search`", async () => {
    const style = { default: false, "search-replace": { rules: [{ name: "mine", message: "no", search: "a.b" }] } };
    const findings = await checkWith(style, "axb a.b\n");
    expect(findings.filter(({ ruleId }) => ruleId === "typography/mine").map(({ message }) => message)).toEqual([
      "`a.b`: no.",
    ]);
  });

  // 315 bytes took a server two seconds, and each letter more twice as long.
  test.each(["/(a+)+b/", "/(a|a)*b/", "/(a|aa)+$/m", "/(.*a){12}b/"])("%s ends", async (pattern) => {
    const findings = await checkWith(searching(pattern), `${"a".repeat(40_000)}!\n`);
    expect(findings.filter(({ ruleId }) => ruleId === "document-unreadable")).toEqual([]);
  });

  test("that takes too many steps says so and ends the searches", async () => {
    const line = `${"a".repeat(20_000)}\n`;
    const findings = await checkWith(searching("/a[^]*bbb|a/"), line.repeat(10));
    expect(findings.some(({ message }) => message.includes("take too many steps"))).toBe(true);
  });

  test.each([
    ["/(?<=a)b/", "it looks around"],
    ["/(a)\\1/", "it refers back to a group"],
    ["/(a*)*/", "it repeats something that may be empty"],
  ])("%s is left to the command, at its place in the file", async (pattern, reason) => {
    const [finding] = (await checkWith(searching(pattern), "Text.\n")).filter(({ ruleId }) => ruleId === "config");
    expect(finding?.message).toContain(`The search \`mine\` was not made: ${reason}`);
    expect(finding?.message).toContain("`stele check` on your machine makes it");
    expect(finding?.place.path).toBe(".markdownlint.jsonc");
    expect(finding?.place.start.column).toBeGreaterThan(1);
  });
});

describe("an option of markdownlint that is a pattern", () => {
  const hostile = "(a+)+b";
  test.each([
    ["MD025", { front_matter_title: hostile }],
    ["single-title", { front_matter_title: hostile }],
    ["headings", { front_matter_title: hostile }],
    ["md041", { front_matter_title: hostile }],
    ["MD051", { ignored_pattern: hostile }],
    ["MD036", { punctuation: `a](x+x+)+y[` }],
    ["MD043", { headings: [`%% ${hostile}`] }],
    ["MD044", { names: ["JavaScript"] }],
  ])("%s %j is not used, and a finding says so", async (rule, options) => {
    const body = `# ${"a".repeat(60)}\n\n[a](#${"a".repeat(60)}) *${"x".repeat(60)}*\n`;
    const findings = await checkWith({ [rule]: options }, body);
    expect(findings.filter(({ ruleId }) => ruleId === "config").map(({ message }) => message)).toEqual([
      expect.stringContaining(`The option \`${Object.keys(options)[0]}\` of \`${rule}\` was not used`),
    ]);
  });

  test.each([
    ["MD025", { front_matter_title: "" }],
    ["MD026", { punctuation: ".,;:!" }],
    ["MD043", { headings: ["## Introduction", "*"] }],
    ["MD013", { line_length: 120 }],
  ])("%s %j is used", async (rule, options) => {
    const findings = await checkWith({ [rule]: options }, "Text.\n");
    expect(findings.filter(({ ruleId }) => ruleId === "config")).toEqual([]);
  });
});

describe("the path of an ignore", () => {
  const finding = (path: string): Finding => ({
    ruleId: "image-alt",
    severity: "error",
    message: "x",
    place: { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    source: { clause: "c" },
  });
  const ignoring = (paths: readonly string[]) =>
    readCheckConfig(
      `check:\n  ignores:\n${paths.map((path) => `    - { rule: image-alt, path: "${path}", reason: by design }\n`).join("")}`,
    ).ignores;

  // One of twelve stars against a path of 200 characters took five seconds.
  test("of a hundred stars that nearly match ends", () => {
    const ignores = ignoring([`${"*a".repeat(140)}b`]);
    expect(ignores).toHaveLength(1);
    expect(applyIgnores([finding("a".repeat(300))], ignores, false)).toHaveLength(1);
  });

  test("that is compared with too many files says so", () => {
    const ignores = ignoring(Array.from({ length: 200 }, (_, index) => `${"*a".repeat(140)}${index}`));
    const findings = Array.from({ length: 500 }, (_, index) => finding(`${index}${"a".repeat(290)}`));
    const kept = applyIgnores(findings, ignores, true);
    expect(kept).toHaveLength(501);
    expect(kept.at(-1)?.message).toContain("takes too many steps; not all ignores were used");
  });

  test("takes away what it describes", () => {
    const ignores = ignoring(["Standards/*.md"]);
    const kept = applyIgnores([finding("Standards/a.md"), finding("Drafts/a.md")], ignores, true);
    expect(kept.map(({ place }) => place.path)).toEqual(["Drafts/a.md"]);
  });
});
