import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

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
  const tolerated = lenient.findings.find(
    ({ ruleId, severity }) => ruleId === "sbom-spelling" || (ruleId === "sbom-schema" && severity === "warning"),
  );
  const reasons = [
    strict.isValid === isOfficial ? "" : BOTH_SPELLINGS,
    lenient.isValid && !strict.isValid ? `tolerated: ${tolerated?.message ?? ""}, and the like` : "",
  ];
  return {
    path: path.replace(/^sboms\//, ""),
    format: String(format).replace(" JSON-LD", ""),
    official: wordOf(isOfficial),
    strict: wordOf(strict.isValid),
    lenient: wordOf(lenient.isValid),
    reason: reasons.filter((reason) => reason !== "").join("; "),
  };
}

function tableOf(rows: readonly Row[]): string {
  const differing = rows.filter(({ official, strict }) => official !== strict).length;
  const tolerated = rows.filter(({ strict, lenient }) => strict !== lenient).length;
  return [
    "# Verdicts on published SPDX documents",
    "",
    "Examples and test suites of others. _Official_: the JSON schema of the SPDX project for the version that the document names.",
    "_Strict_: `stele sbom check --strict`, `?strict=1`. _Default_: what most real documents lack is a warning, what they spell otherwise a note.",
    `${rows.length} documents; ${differing} strict verdicts differ from the official one, ${tolerated} documents are accepted by default only.`,
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
    const misspelled = rows.filter(({ official, strict }) => official !== strict);
    expect(misspelled.every(({ official, format }) => official === "not valid" && format === "SPDX-2.3")).toBe(true);
    await expect(tableOf(rows)).toMatchFileSnapshot(join("../../../../..", TABLE));
  },
);
