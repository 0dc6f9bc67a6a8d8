import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/check-sbom.ts";

const CORPUS = "../shared/corpus";
const OFFICIAL = join(CORPUS, "sboms/cyclonedx-specification");

/** Where our verdict differs from the schema verdict of the corpus, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "sboms/dependency-track/bom-custom-license.json": "the current 1.4 schema does not require `version` any more",
  "sboms/dependency-track/bom-empty.json": "the current 1.4 schema does not require `version` any more",
};

interface CorpusFile {
  readonly path: string;
  readonly detected_format?: unknown;
  readonly json_schema_valid?: boolean;
}

test.skipIf(!existsSync(OFFICIAL))(
  "every official CycloneDX JSON example gets the verdict its name says (skipped without ../shared/corpus)",
  { timeout: 60_000 },
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

test.skipIf(!existsSync(join(CORPUS, "manifest.json")))(
  "every CycloneDX file of the corpus gets the schema's verdict, but for the explained ones (skipped without ../shared/corpus)",
  { timeout: 120_000 },
  async () => {
    const manifest = JSON.parse(readFileSync(join(CORPUS, "manifest.json"), "utf8")) as CorpusFile[];
    const files = manifest.filter(
      (file) =>
        String(file.detected_format).startsWith("CycloneDX") &&
        file.json_schema_valid !== undefined &&
        file.json_schema_valid !== null,
    );
    expect(files.length).toBeGreaterThan(400);
    const differing: string[] = [];
    for (const { path, json_schema_valid: isExpectedValid } of files) {
      const { isValid } = await checkSbom(readFileSync(join(CORPUS, path)), { path, limits: LOCAL_LIMITS });
      if (isValid !== isExpectedValid) differing.push(path);
    }
    expect(differing).toEqual(Object.keys(EXPLAINED));
  },
);
