import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { COMPONENT_KINDS } from "#core/sboms/profiles/bsi/bsi-view.ts";
import { BSI_TR_03183_2, COMPONENT_CHECKS } from "#core/sboms/profiles/bsi/index.ts";

import { changeDocument } from "./change-document.ts";
import { FORMATS, type FormatCases, type Violation } from "./violations.ts";

const FIXTURES = "test/fixtures/sboms/bsi-tr-03183-2";

/** The first violation of each rule by each kind is a fixture. */
function fixturesOf({ violations }: FormatCases): readonly (Violation & { readonly file: string })[] {
  const first = new Map<string, Violation>();
  for (const violation of violations) {
    const name = `${violation.ruleId}.${violation.kind ?? "document"}`;
    if (!first.has(name)) first.set(name, violation);
  }
  return [...first].map(([name, violation]) => ({ ...violation, file: `${name}.${violation.what}.json` }));
}

/** Rules that a document breaks. */
async function brokenIn(text: string): Promise<readonly string[]> {
  const check = await checkSbom(new TextEncoder().encode(text), { path: "bom.json" });
  if (!check.isValid) throw new Error(check.findings[0]?.message);
  const { rules } = BSI_TR_03183_2.evaluate(check.content);
  return rules.filter(({ share = 1 }) => share < 1).map(({ rule }) => rule.id);
}

describe.each(FORMATS)("fixtures in $folder (written with -u)", (cases) => {
  const folder = join(FIXTURES, cases.folder);
  const fixtures = fixturesOf(cases);

  test("the valid one satisfies every rule with a component of every kind", async () => {
    const text = `${JSON.stringify(cases.complete, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join("../../../../..", folder, "valid.json"));
    expect(await brokenIn(text)).toEqual([]);
  });

  test.each(fixtures)("$file breaks its rule", async ({ file, pointer, value, ruleId }) => {
    const text = `${JSON.stringify(changeDocument(cases.complete, pointer, value), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join("../../../../..", folder, file));
    expect(await brokenIn(text)).toContain(ruleId);
  });

  test("there is no file that no test knows", () => {
    expect(readdirSync(folder).sort()).toEqual(["valid.json", ...fixtures.map(({ file }) => file)].sort());
  });
});

test("the table of rules and kinds is that of the checks", async () => {
  const rows = COMPONENT_CHECKS.map(
    ({ id, kinds }) =>
      `| ${id} | ${COMPONENT_KINDS.map((kind) => (kinds.includes(kind) ? "wanted" : "")).join(" | ")} |`,
  );
  const text = [
    "# Fixtures for BSI TR-03183-2 v2.1.0",
    "",
    "Our own, in both formats, Apache-2.0. `valid.json` has a component of every kind and satisfies every rule. Every other file",
    "is the same document with one change that breaks one rule: `<rule>.<kind of the component>.<what is wrong>.json`. All are",
    "valid by the schema of their format; a rule that no document can break which its schema accepts has no file there.",
    "Written by `test/core/sboms/profiles/bsi/fixtures.node.test.ts` (with `-u`).",
    "",
    `| rule | ${COMPONENT_KINDS.join(" | ")} |`,
    `| --- |${" --- |".repeat(COMPONENT_KINDS.length)}`,
    ...rows,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot(join("../../../../..", FIXTURES, "README.md"));
});
