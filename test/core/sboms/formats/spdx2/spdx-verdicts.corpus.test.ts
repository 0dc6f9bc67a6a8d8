import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { Finding } from "#core/base/finding.ts";
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";

const CORPUS = "../shared/corpus";
const TABLE = "docs/spdx-verdicts.md";

/** Why the strict verdict is another than the one of the schema that the document names. */
const BOTH_SPELLINGS =
  "2.3.1 of the official schema allows `PACKAGE_MANAGER` beside `PACKAGE-MANAGER`; 2.3 documents are held to it";

interface CorpusFile {
  readonly path: string;
  readonly detected_format?: unknown;
  readonly json_schema_valid?: boolean;
}

interface Row {
  readonly path: string;
  readonly format: string;
  readonly official: string;
  readonly strict: string;
  readonly lenient: string;
  readonly reason: string;
  /** Strict, but for the rules that no schema has. */
  readonly keepsSchema: boolean;
}

/** A rule of SPDX 2 that is in the text of the standard and in no schema. */
function isOfText({ ruleId, severity }: Finding): boolean {
  return severity === "error" && /^sbom-(?:spdx-|license-)/.test(ruleId);
}

function wordOf(isValid: boolean): string {
  return isValid ? "valid" : "not valid";
}

async function judge({
  path,
  detected_format: format,
  json_schema_valid: isOfficial = false,
}: CorpusFile): Promise<Row> {
  const bytes = readFileSync(join(CORPUS, path));
  const strict = await checkSbom(bytes, { path, limits: LOCAL_LIMITS, isStrict: true });
  const lenient = await checkSbom(bytes, { path, limits: LOCAL_LIMITS });
  const ofText = [...new Set(strict.findings.filter(isOfText).map(({ ruleId }) => `\`${ruleId}\``))];
  const keepsSchema = !strict.findings.some((one) => one.severity === "error" && !isOfText(one));
  const tolerated = lenient.findings.find(
    ({ ruleId, severity }) => ruleId === "sbom-spelling" || (ruleId === "sbom-schema" && severity === "warning"),
  );
  const reasons = [
    keepsSchema === isOfficial ? "" : BOTH_SPELLINGS,
    keepsSchema && ofText.length > 0 ? `the text of the standard wants more than the schema: ${ofText.join(", ")}` : "",
    lenient.isValid && !keepsSchema ? `tolerated: ${tolerated?.message ?? ""}, and the like` : "",
  ];
  return {
    path: path.replace(/^sboms\//, ""),
    format: String(format).replace(" JSON-LD", ""),
    official: wordOf(isOfficial),
    strict: wordOf(strict.isValid),
    lenient: wordOf(lenient.isValid),
    keepsSchema,
    reason: reasons.filter((reason) => reason !== "").join("; "),
  };
}

function tableOf(rows: readonly Row[]): string {
  const differing = rows.filter(({ official, keepsSchema }) => official !== wordOf(keepsSchema)).length;
  const ofText = rows.filter(({ strict, keepsSchema }) => keepsSchema && strict !== wordOf(keepsSchema)).length;
  const tolerated = rows.filter(({ strict, lenient }) => strict !== lenient).length;
  return [
    "# Verdicts on published SPDX documents",
    "",
    "Examples and test suites of others. _Official_: the JSON schema of the SPDX project for the version that the document names.",
    "_Strict_: `stele sbom check --strict`, `?strict=1`. _Default_: what most real documents lack is a warning, what they spell otherwise a note.",
    `${rows.length} documents; ${differing} verdicts on the schema differ from the official one; ${ofText} documents keep the schema and break the text of the`,
    `standard, which the strict hold to be an error; ${tolerated} documents are accepted by default only.`,
    "Written by `test/core/sboms/formats/spdx2/spdx-verdicts.corpus.test.ts` (with `-u`) and compared with every run.",
    "",
    "| document | format | official | strict | default | reason of a difference |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(
      ({ path, format, official, strict, lenient, reason }) =>
        `| ${path} | ${format} | ${official} | ${strict} | ${lenient} | ${reason.replaceAll("|", "\\|")} |`,
    ),
    "",
  ].join("\n");
}

test.skipIf(!existsSync(join(CORPUS, "manifest.json")))(
  "the verdict on every SPDX document of the corpus is known, and every difference has a reason (skipped without ../shared/corpus)",
  async () => {
    const manifest = JSON.parse(readFileSync(join(CORPUS, "manifest.json"), "utf8")) as readonly CorpusFile[];
    const files = manifest.filter(
      ({ detected_format: format, json_schema_valid: isValid }) =>
        /^SPDX-(?:2\.[23]$|3)/.test(String(format)) && typeof isValid === "boolean",
    );
    expect(files.length).toBeGreaterThan(230);
    const rows: Row[] = [];
    for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) rows.push(await judge(file));
    // The only difference by the letter is a spelling; all others would have no reason.
    const misspelled = rows.filter(({ official, keepsSchema }) => official !== wordOf(keepsSchema));
    expect(misspelled.every(({ official, format }) => official === "not valid" && format === "SPDX-2.3")).toBe(true);
    await expect(tableOf(rows)).toMatchFileSnapshot(join("../../../../..", TABLE));
  },
);
