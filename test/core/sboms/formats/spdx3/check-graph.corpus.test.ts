import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { checkSbom } from "#core/sboms/checking/check-sbom.ts";
import { CLASSES, VOCABULARIES } from "#core/sboms/formats/spdx3/model.ts";

const CORPUS = "../shared/corpus";
const SCHEMA = join(CORPUS, "schemas/spdx/spdx-3.0.1.schema.json");

interface CorpusFile {
  readonly path: string;
  readonly detected_format?: unknown;
  readonly json_schema_valid?: boolean;
}

test.skipIf(!existsSync(SCHEMA))(
  "every SPDX 3 file of the corpus gets the verdict of the official schema (skipped without ../shared/corpus)",
  async () => {
    const manifest = JSON.parse(readFileSync(join(CORPUS, "manifest.json"), "utf8")) as readonly CorpusFile[];
    const files = manifest.filter(({ detected_format: format }) => String(format).startsWith("SPDX-3"));
    expect(files).toHaveLength(65);
    const differing: string[] = [];
    for (const { path, json_schema_valid: expected } of files) {
      const { isValid } = await checkSbom(readFileSync(join(CORPUS, path)), { path });
      if (isValid !== expected) differing.push(path);
    }
    expect(differing).toEqual([]);
  },
);

test.skipIf(!existsSync(SCHEMA))(
  "the table has the classes, properties and words of the official schema (skipped without ../shared/corpus)",
  () => {
    const { $defs } = JSON.parse(readFileSync(SCHEMA, "utf8")) as { $defs: Record<string, unknown> };
    const names = Object.keys($defs)
      .filter((name) => name.endsWith("_props"))
      .map((name) => name.slice(0, -"_props".length));
    expect([...Object.keys(CLASSES), ...Object.keys(VOCABULARIES)].sort()).toEqual(names.sort());
    for (const [name, { properties }] of Object.entries(CLASSES)) {
      const official = $defs[`${name}_props`] as {
        allOf: { properties?: Record<string, unknown>; required?: readonly string[] }[];
      };
      expect(Object.keys(properties).sort()).toEqual(Object.keys(official.allOf[1]?.properties ?? {}).sort());
      const required = Object.entries(properties).filter(([, notation]) => notation.startsWith("!"));
      expect(required.map(([property]) => property).sort()).toEqual([...(official.allOf[1]?.required ?? [])].sort());
    }
  },
);
