import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import type { Finding } from "#core/base/finding.ts";
import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { BSI_TR_03183_2 } from "#core/sboms/profiles/bsi/index.ts";

const FIXTURES = "../shared/corpus/sboms/bsi-tr-03183-2";
const TABLE = "docs/bsi-fixtures.md";

/** Which rule a fixture is about, by the words of its name; the first that fits. */
const RULE_BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/Vulnerabilities/, "no-vulnerabilities"],
  [/PrimaryComponent/, "level-of-detail"],
  [/SerialNumber|DocumentNamespace/, "sbom-uri"],
  [/Timestamp/, "sbom-timestamp"],
  [/Metadata(?:Author|Manufacturer|Supplier|Creator|Person)|doc-missing-creator/, "sbom-creator"],
  [/Component(?:Author|Manufacturer|Supplier|Organization|Person)|with-creator/, "component-creator"],
  [/ComponentName/, "component-name"],
  [/ComponentVersion/, "component-version"],
  [/Filename/, "component-filename"],
  [/Dependenc/i, "component-dependencies"],
  [/EffectiveLicense|effective-license/, "effective-license"],
  [/declared-license/, "original-licenses"],
  [/License|concluded-license/, "distribution-licenses"],
  [/SourceHash|source-code-hash/, "source-hash"],
  [/SourceCodeURL|source-code-url/, "source-uri"],
  [/Hash|deployable-hash/, "deployable-hash"],
  [/Executable|executable-prop/, "executable-property"],
  [/archive-prop/, "archive-property"],
  [/Structured/, "structured-property"],
  [/DownloadURL|download-url/, "deployable-uri"],
  [/SWID/, "unique-identifiers"],
  [/SecurityTxt/, "security-txt"],
];

/** Why we differ, where the finding alone does not say it. */
const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^valid.*(?:Author|Supplier)/,
    "version 2.1.0 maps the creator to `manufacturer`; `authors` and `supplier` do not count",
  ],
  [/^missingSerialNumber/, "the URI is only wanted if it exists (5.2.3)"],
  [/SourceHash/, "the hash stands at a `vcs` reference; version 2.1.0 maps it to `source-distribution`"],
  [/^validMetadataManufacturer/, "the contact stands in `manufacture` of older versions, not in `manufacturer`"],
];

type Verdict = "satisfied" | "violated" | "not judged" | "refused";

interface Row {
  readonly file: string;
  readonly ruleId: string;
  readonly nameSays: "satisfied" | "violated" | "-";
  readonly verdict: Verdict;
  readonly reason: string;
}

async function judge(file: string): Promise<Row> {
  const name = basename(file);
  const ruleId = RULE_BY_NAME.find(([words]) => words.test(name))?.[1] ?? "format";
  const nameSays = /^(?:valid|leaf|no[A-Z]|v2\.1\.0-(?:complete|minimal))/.test(name)
    ? "satisfied"
    : name.startsWith("v2.1.0-two")
      ? "-"
      : "violated";
  const check = await checkSbom(readFileSync(join(FIXTURES, file)), { path: name });
  const row = { file, ruleId, nameSays } as const;
  if (!check.isValid) {
    return { ...row, verdict: "refused", reason: reasonOf(check.findings, check.counts.error) };
  }
  const result = BSI_TR_03183_2.evaluate(check.content);
  const rule = result.rules.find(({ rule: { id } }) => id === ruleId) ?? result.rules[0];
  const verdict = rule?.share === undefined ? "not judged" : rule.share === 1 ? "satisfied" : "violated";
  const said = rule?.places[0]?.reason?.en ?? rule?.notes[0]?.reason?.en ?? "";
  const expected =
    verdict === nameSays || rule?.rule.id !== ruleId
      ? ""
      : (EXPLANATIONS.find(([words]) => words.test(name))?.[1] ?? "");
  return { ...row, ruleId: rule?.rule.id ?? ruleId, verdict, reason: expected === "" ? said : expected };
}

/** The first two errors that are not the same, and how many there are. */
function reasonOf(findings: readonly Finding[], errorCount: number): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  const byMessage = new Map(errors.toReversed().map((finding) => [finding.message, finding]));
  const shown = [...byMessage.values()].toReversed().slice(0, 2);
  const texts = shown.map(({ message, place }) => `${message} at \`${place.pointer ?? ""}\``);
  const more = errorCount - shown.length;
  return texts.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

/** Whether a row needs a reason: the verdict is not what the name says. */
function differs({ nameSays, verdict }: Row): boolean {
  return nameSays !== "-" && verdict !== nameSays && !(nameSays === "violated" && verdict === "refused");
}

function tableOf(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return [
    "# Verdicts on published BSI fixtures",
    "",
    "Files of `interlynk-io/sbomqs` that their authors made for BSI TR-03183-2. Each is about one rule; our verdict is on",
    "that rule alone. _Refused_: the official schema of the document's format does not accept it, so no profile is judged.",
    "_Not judged_: the field is not there and only wanted if it exists. This file is written by",
    "`test/core/sboms/profiles/bsi/fixture-verdicts.corpus.test.ts` (with `-u`) and compared with every run.",
    "",
    "| fixture | rule | name says | our verdict | differs | reason |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(
      (row) =>
        `| ${row.file} | ${row.ruleId} | ${row.nameSays} | ${row.verdict} | ${differs(row) ? "yes" : ""} | ${cell(row.reason)} |`,
    ),
    "",
  ].join("\n");
}

test.skipIf(!existsSync(FIXTURES))(
  "the verdict on each of the 106 published fixtures is known, and every difference has a reason (skipped without ../shared/corpus)",
  async () => {
    const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
    expect(files).toHaveLength(106);
    const rows = await Promise.all(files.sort().map(judge));
    expect(rows.filter((row) => differs(row) && row.reason === "").map(({ file }) => file)).toEqual([]);
    await expect(tableOf(rows)).toMatchFileSnapshot(join("../../../../..", TABLE));
  },
);
