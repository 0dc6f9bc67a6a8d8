import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";

const CORPUS = "../shared/corpus";
const OFFICIAL = join(CORPUS, "sboms/cyclonedx-specification");

const BOTH_SPELLINGS = "2.3.1 of the official schema allows `PACKAGE_MANAGER` beside `PACKAGE-MANAGER`";
const TELCO = "sboms/openchain-telco/open-source-compliance-artifacts/openchain-telco-sbom-validator";

/** Where our verdict differs from the schema verdict of the corpus, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  [`${TELCO}-0.3.1.spdx.json`]: BOTH_SPELLINGS,
  [`${TELCO}-0.3.3.spdx.json`]: BOTH_SPELLINGS,
  [`${TELCO}-0.3.4.spdx.json`]: BOTH_SPELLINGS,
  "sboms/protobom/examples/curl.spdx.json": BOTH_SPELLINGS,
  "sboms/protobom/examples/vt.spdx.json": BOTH_SPELLINGS,
};

/** Documents that lack an identifier or a name, or have another shape: nothing could be shown of them. */
const REFUSED: readonly string[] = [
  "sboms/bom-shelter/in-the-wild/spdx/powershell.spdx.json",
  "sboms/guac/invalid-spdx-identifier-spdx.json",
  "sboms/guac/small-spdx.json",
  "sboms/ntia-conformance-checker/data/missing_author_name/SPDXJSONExample-v2.3.spdx.json",
  "sboms/ntia-conformance-checker/data/missing_unique_identifiers/SPDXJSONExample-v2.3.spdx.json",
  "sboms/sbom-utility/spdx/spdx-2-2-missing-creationinfo.json",
];

interface CorpusFile {
  readonly path: string;
  readonly detected_format?: unknown;
  readonly json_schema_valid?: boolean;
}

test.skipIf(!existsSync(OFFICIAL))(
  "every official CycloneDX JSON example gets the verdict its name says (skipped without ../shared/corpus)",
  async () => {
    const files = readdirSync(OFFICIAL, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
    expect(files).toHaveLength(241);
    const differing: string[] = [];
    for (const file of files) {
      const { isValid } = await checkSbom(readFileSync(join(OFFICIAL, file)), { path: file });
      if (isValid !== basename(file).startsWith("valid")) differing.push(file);
    }
    expect(differing).toEqual([]);
  },
);

/** Files of the corpus whose format we check and whose schema verdict is known. */
function knownFiles(): readonly CorpusFile[] {
  const manifest = JSON.parse(readFileSync(join(CORPUS, "manifest.json"), "utf8")) as CorpusFile[];
  return manifest.filter(
    ({ detected_format: format, json_schema_valid: isValid }) =>
      /^(?:CycloneDX|SPDX-2\.[23]$)/.test(String(format)) && typeof isValid === "boolean",
  );
}

test.skipIf(!existsSync(join(CORPUS, "manifest.json")))(
  "every CycloneDX and SPDX 2 file of the corpus gets the schema's verdict, but for the explained ones (skipped without ../shared/corpus)",
  async () => {
    const files = knownFiles();
    expect(files.length).toBeGreaterThan(600);
    const differing: string[] = [];
    for (const { path, json_schema_valid: isExpectedValid } of files) {
      const options = { path, limits: LOCAL_LIMITS, isStrict: true };
      const { findings } = await checkSbom(readFileSync(join(CORPUS, path)), options);
      // What the text of SPDX 2 wants beside its schema is another matter (`formats/spdx2/rules`).
      const isValid = !findings.some(
        ({ severity, ruleId }) => severity === "error" && !/^sbom-(?:spdx-|license-)/.test(ruleId),
      );
      if (isValid !== isExpectedValid) differing.push(path);
    }
    expect(differing.sort()).toEqual(Object.keys(EXPLAINED).sort());
  },
);

test.skipIf(!existsSync(join(CORPUS, "manifest.json")))(
  "real SPDX documents are accepted with warnings, broken ones are not (skipped without ../shared/corpus)",
  async () => {
    const refused: string[] = [];
    for (const { path, detected_format: format } of knownFiles()) {
      if (!String(format).startsWith("SPDX")) continue;
      const { isValid } = await checkSbom(readFileSync(join(CORPUS, path)), { path, limits: LOCAL_LIMITS });
      if (!isValid) refused.push(path);
    }
    expect(refused).toEqual(REFUSED);
  },
);
