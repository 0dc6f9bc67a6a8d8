// Node only: reads ../shared/corpus, and skips when it is not there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toString } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";

import { checkFiles, type CheckResult, type TreeFile } from "#core/standards/checking/check-files.ts";
import { DEFAULT_CONFIGURATION, type CheckConfiguration } from "#core/standards/checking/check-config.ts";
import { applyFixes } from "#core/standards/editing/apply-fixes.ts";
import { readMarkdownStyle } from "#core/standards/checking/markdown-style.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import type { Finding } from "#core/base/finding.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/scs");
const REPOSITORY = join(CORPUS, "standards-repo");
const isThere = existsSync(REPOSITORY);
const TEMPLATE = /^[a-z]+-XXXX-/;

describe.runIf(isThere)("the tree of the SCS (skipped without ../shared/corpus)", () => {
  test("strict: every rule finds as often as docs/rule-counts.md says", async () => {
    const table = readFileSync(join(import.meta.dirname, "../../../../docs/rule-counts.md"), "utf8");
    const expected = new Map(
      [...table.matchAll(/^\| ([a-z0-9-]+) \| \d+ \| (\d+) \|/gm)].map((row) => [row[1] ?? "", Number(row[2])]),
    );
    const counted = countByRule((await check("strict")).findings);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
  });

  test("strict: the list of all findings is the golden one", async () => {
    const { findings, counts } = await check("strict");
    expect(counts).toEqual({ error: 116, warning: 532, note: 296 });
    const list = findings
      .filter(({ ruleId }) => ruleId !== "markdownlint/MD060")
      .map(({ ruleId, place }) => `${place.path}:${place.start.line}:${place.start.column} ${ruleId}\n`)
      .join("");
    await expect(list).toMatchFileSnapshot("../../../fixtures/documents/scs-strict.golden.txt");
  });

  test("practical: the list is less than a third as long", async () => {
    const practical = (await check("practical")).findings.length;
    const strict = (await check("strict")).findings.length;
    expect(practical).toBe(200);
    expect(practical * 3).toBeLessThan(strict);
  });
});

describe.runIf(isThere)("--fix on the tree of the SCS (skipped without ../shared/corpus)", () => {
  test("changes no word, and leaves nothing that a second round would repair", async () => {
    const before = documentsOf(REPOSITORY);
    let files = before;
    let findings: readonly Finding[] = [];
    for (let round = 0; round < 5; round += 1) {
      ({ findings } = await checkFiles(files, { configuration: configurationOf("strict"), isComplete: true }));
      if (findings.every(({ fix }) => fix === undefined)) break;
      files = files.map((file) => fixed(file, findings));
    }
    expect(findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
    for (const [index, file] of files.entries()) {
      expect(wordsOf(file), file.path).toEqual(wordsOf(before[index] ?? file));
    }
  });
});

function fixed({ path, bytes }: TreeFile, findings: readonly Finding[]): TreeFile {
  const own = findings.filter(({ place }) => place.path === path);
  return { path, bytes: new TextEncoder().encode(applyFixes(textOf(bytes), own).text) };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

/** The words of the body as a reader sees them, without addresses and punctuation. */
function wordsOf({ bytes }: TreeFile): string[] {
  const root = parseMarkdown(textOf(bytes));
  root.children = root.children.filter(({ type }) => type !== "yaml");
  return toString(root, { includeHtml: false }).match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe.runIf(isThere)(
  "whatever the upstream check calls an error, we find (skipped without ../shared/corpus)",
  () => {
    const snapshots = isThere ? ["2023-03-23", "2024-03-20", "2025-06-01"] : [];
    test.each(["newest", ...snapshots])("%s", async (state) => {
      const folder = state === "newest" ? REPOSITORY : join(CORPUS, "snapshots", state);
      const lines: string[] =
        state === "newest"
          ? readJson(join(folder, "upstream-chk_adrs.json")).result.lines
          : readJson(join(folder, "snapshot.json")).upstream_chk_adrs.lines;
      const { findings } = await checkFiles(documentsOf(folder), { isComplete: true, withStyle: false });
      for (const line of lines) {
        const [, name = "", complaint = ""] = /: in (\S+\.md): (.*)$/.exec(line) ?? [];
        if (TEMPLATE.test(name)) continue;
        const ours = findings.filter(({ place }) => place.path.endsWith(`/${name}`)).map(({ ruleId }) => ruleId);
        expect(ours, line).toContain(ruleFor(complaint));
      }
    });
  },
);

/** Which of our rules says what the upstream check says. */
function ruleFor(complaint: string): string {
  if (complaint.includes("not a list")) return "front-matter-list";
  if (complaint.includes("shouldn't have status")) return "front-matter-forbidden";
  if (complaint.includes("missing replaces")) return "major-update";
  if (complaint.includes("not found")) return "unknown-document";
  return `no rule for: ${complaint}`;
}

const checked = new Map<string, Promise<CheckResult>>();

async function check(profile: "strict" | "practical"): Promise<CheckResult> {
  const result = checked.get(profile) ?? checkRepository(profile);
  checked.set(profile, result);
  return result;
}

function configurationOf(profile: "strict" | "practical"): CheckConfiguration {
  const style = readMarkdownStyle(readFileSync(join(REPOSITORY, "markdownlint-cli2.jsonc"), "utf8"));
  if (style === undefined) throw new Error("the style of the SCS cannot be read");
  const { settings } = DEFAULT_CONFIGURATION;
  return { ...DEFAULT_CONFIGURATION, style, settings: { ...settings, profile: PROFILES[profile] } };
}

async function checkRepository(profile: "strict" | "practical"): Promise<CheckResult> {
  const configuration = configurationOf(profile);
  const scopes = readdirSync(join(REPOSITORY, "Tests")).filter((name) => name.endsWith(".yaml"));
  return checkFiles(documentsOf(REPOSITORY), {
    configuration,
    isComplete: true,
    scopes: scopes.map((name) => readFile(REPOSITORY, `Tests/${name}`)),
  });
}

function documentsOf(folder: string): TreeFile[] {
  return readdirSync(join(folder, "Standards"))
    .filter((name) => name.endsWith(".md") && name !== "README.md" && !TEMPLATE.test(name))
    .map((name) => readFile(folder, `Standards/${name}`));
}

function readFile(folder: string, path: string): TreeFile {
  return { path, bytes: readFileSync(join(folder, path)) };
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) {
    const id = ruleId.split("/")[0] ?? ruleId;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
