// Node only: reads the pages of docs/rules.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { judgeChange } from "#core/standards/changes/judge-change.ts";
import { checkFiles, type TreeFile } from "#core/standards/checking/check-files.ts";
import { DEFAULT_CONFIGURATION, readCheckConfig } from "#core/standards/checking/check-config.ts";
import { COMMON_RULES } from "#core/standards/checking/common-rules.ts";
import { rulePage } from "#core/standards/checking/rule-page.ts";
import { RULES } from "#core/standards/rules/index.ts";
import { PROFILES } from "#core/standards/checking/profiles/index.ts";
import { readProvider } from "#core/standards/publishing/provider.ts";
import { SCOPE_RULES } from "#core/standards/scopes/rules/index.ts";
import type { Finding } from "#core/base/finding.ts";

const FOLDER = join(import.meta.dirname, "../../../../docs/rules");
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "README.md");

/** Rules that speak only of trees where nothing is missing; the other examples are excerpts. */
const NEED_WHOLE_TREE = new Set([
  "version-gap",
  "unknown-document",
  "link-target",
  "standard-conformance-tests",
  "standard-untested",
  "testcase-url",
  "unused-ignore",
]);

test("every rule has a page, and every page a rule", () => {
  const ids = [...RULES, ...SCOPE_RULES, ...COMMON_RULES].map((rule) => rule.id);
  expect(PAGES).toEqual(ids.map((id) => `${id}.md`).sort());
});

describe("the examples of a rule's page do what they say", () => {
  test.each(PAGES.map((page) => page.slice(0, -".md".length)))("%s", async (id) => {
    const text = readFileSync(join(FOLDER, `${id}.md`), "utf8");
    const [, notOk = "", ok = ""] = text.split(/^## (?:Not ok|Ok)$/m);
    expect(of(id, await check(notOk, id)), "the first example has no finding").not.toEqual([]);
    expect(of(id, await check(ok, id))).toEqual([]);
  });
});

function of(id: string, findings: readonly Finding[]): string[] {
  return findings.filter(({ ruleId }) => rulePage(ruleId) === id).map(({ message }) => message);
}

async function check(section: string, id: string): Promise<readonly Finding[]> {
  const files = [...section.matchAll(/^````\w+ path=(\S+)((?: \w+)*)\n([^]*?)^````$/gm)].map(
    ([, path, info, text]) => ({
      path: path ?? "",
      text: `${info?.includes("bom") ? "\uFEFF" : ""}${info?.includes("crlf") ? text?.replaceAll("\n", "\r\n") : text}`,
    }),
  );
  const encoder = new TextEncoder();
  const pick = (pattern: RegExp): TreeFile[] =>
    files.filter(({ path }) => pattern.test(path)).map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
  const config = files.find(({ path }) => path === "stele.config.yaml")?.text;
  const configuration =
    config === undefined
      ? { ...DEFAULT_CONFIGURATION, settings: { ...DEFAULT_CONFIGURATION.settings, profile: PROFILES.strict } }
      : readCheckConfig(config);
  // An example of a change has two states, each in a folder of its own.
  if (files.some(({ path }) => path.startsWith("base/"))) {
    return judgeChange(stateIn(pick(/^base\//)), stateIn(pick(/^head\//))).reasons;
  }
  const { findings } = await checkFiles(pick(/\.md$/), {
    configuration,
    scopes: pick(/^scopes\//),
    isComplete: NEED_WHOLE_TREE.has(id),
    repositoryPaths: files.map(({ path }) => path),
  });
  const provider = files.find(({ path }) => path.startsWith("providers/"));
  return provider === undefined ? findings : [...findings, ...readProvider(provider.path, provider.text).findings];
}

function stateIn(files: readonly TreeFile[]): TreeFile[] {
  return files.map(({ path, bytes }) => ({ path: path.slice("base/".length), bytes }));
}
