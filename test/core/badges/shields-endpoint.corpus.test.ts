/** The schema of shields.io endpoints from the corpus, if that lies beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

import { shieldsEndpoint } from "#core/badges/shields-endpoint.ts";

import { sampleFaces } from "./sample-faces.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/corpus/badges/shields-endpoint");

describe.skipIf(!existsSync(FOLDER))("against the schema of shields.io endpoints (skipped without the corpus)", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
  const compile = () => new Ajv2020().compile(read("endpoint-badge.schema.json") as object);

  test("the schema tells right from wrong", () => {
    const validate = compile();
    const { valid, invalid } = read("endpoint-badge.examples.json") as { valid: unknown[]; invalid: unknown[] };
    expect(valid.map((example) => validate(example))).toEqual(valid.map(() => true));
    expect(invalid.map((example) => validate(example))).toEqual(invalid.map(() => false));
  });

  test.each(sampleFaces().map((face) => [face.kind, face] as const))("the face %s is valid", (_kind, face) => {
    const validate = compile();
    expect(validate(JSON.parse(JSON.stringify(shieldsEndpoint(face)))), JSON.stringify(validate.errors)).toBe(true);
  });
});
