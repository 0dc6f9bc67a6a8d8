import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect, test } from "vitest";

import type { SchemaError } from "#core/base/schema-error.ts";
import { compileSchemas } from "../../../tooling/build/compile-schemas.ts";
import { compileValidator } from "../../../tooling/build/schemas/compile-validator.ts";
import { generateTypes } from "../../../tooling/build/schemas/generate-types.ts";

const COMPILED = "schemas/compiled";

interface Validator {
  (data: unknown): boolean;
  errors: readonly SchemaError[] | null;
}

async function validatorOf(schema: Record<string, unknown>): Promise<Validator> {
  const folder = mkdtempSync(join(tmpdir(), "stele-schema-"));
  const file = join(folder, "validator.mjs");
  try {
    const $schema = "https://json-schema.org/draft/2020-12/schema";
    writeFileSync(file, await compileValidator({ schema: { $schema, ...schema }, strict: true }));
    return ((await import(pathToFileURL(file).href)) as { validate: Validator }).validate;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("no validator evaluates text as code or requires a module at run time", async () => {
  await compileSchemas();
  const files = readdirSync(COMPILED).filter((file) => file.endsWith(".js"));
  expect(files).toContain("cyclonedx-1.6.js");
  for (const file of files) {
    const code = readFileSync(join(COMPILED, file), "utf8");
    expect(code, file).not.toMatch(/\beval\s*\(|\bFunction\s*\(|\brequire\s*\(|\bimport\b/);
  }
});

test("a second run writes nothing", async () => {
  await compileSchemas();
  const times = () => readdirSync(COMPILED).map((file) => [file, statSync(join(COMPILED, file)).mtimeMs]);
  const before = times();
  expect(await compileSchemas()).toEqual([]);
  expect(times()).toEqual(before);
});

test("errors say the place, the keyword and the facts, all of them", async () => {
  const validate = await validatorOf({
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, when: { type: "string", format: "date" } },
    additionalProperties: false,
  });
  expect(validate({ id: "x", when: "2024-02-29" })).toBe(true);
  expect(validate.errors).toBeNull();
  expect(validate({ when: "2023-02-29", other: 1 })).toBe(false);
  expect(validate.errors?.map((error) => [error.instancePath, error.keyword])).toEqual([
    ["", "required"],
    ["", "additionalProperties"],
    ["/when", "format"],
  ]);
});

test("uniqueItems compares as JSON does: by value, whatever the order of members", async () => {
  const validate = await validatorOf({ type: "array", uniqueItems: true });
  expect(
    validate([
      { name: "a", x: { p: 1, q: [2] } },
      { name: "a", x: { p: 1, q: [3] } },
    ]),
  ).toBe(true);
  expect(validate([1, "1", true, "true", null, "null", [], {}, [1], ["1"]])).toBe(true);
  expect(validate([{ name: "b" }, { name: "a", x: { p: 1, q: [2] } }, { x: { q: [2], p: 1 }, name: "a" }])).toBe(false);
  expect(validate.errors?.[0]?.params).toEqual({ i: 1, j: 2 });
});

test("errors without end stop at a cap instead of filling the memory", async () => {
  const validate = await validatorOf({ type: "array", items: { type: "string" } });
  expect(validate(Array.from({ length: 300_000 }, () => 1))).toBe(false);
  expect(validate.errors?.length).toBe(50_000);
  expect(validate(["fine"])).toBe(true);
});

test.each([
  ["date-time", "2026-11-20T23:59:60Z", true],
  ["date-time", "2026-11-20T12:00:60Z", false],
  ["date-time", "2026-11-20T01:29:60+01:30", true],
  ["date-time", "2026-11-20 10:00:00.5z", true],
  ["date-time", "2026-11-20T24:00:00Z", false],
  ["date-time", "2026-11-20T10:00:00", false],
  ["date", "1900-02-29", false],
  ["date", "2000-02-29", true],
  ["idn-email", "jörg@münchen.example", true],
  ["idn-email", "a@b@c.example", false],
  ["idn-email", "two words@c.example", false],
  ["idn-email", "a@-c.example", false],
  ["email", "jörg@c.example", false],
  ["uri", "https://example.org/a?b#c", true],
  ["uri", "example.org", false],
  ["uri", "https://example.org/%zz", false],
  ["uuid", "3e671687-395b-41f5-a30f-a58921a69b79", true],
])("format %s: `%s` is %s", async (format, text, expected) => {
  const validate = await validatorOf({ type: "string", format });
  expect(validate(text)).toBe(expected);
});

test("an unknown format or keyword in a schema of ours fails the build", async () => {
  await expect(compileValidator({ schema: { type: "string", format: "nonsense" }, strict: true })).rejects.toThrow();
  await expect(compileValidator({ schema: { type: "string", minLenght: 1 }, strict: true })).rejects.toThrow();
});

test("types follow the schema, with descriptions as comments", () => {
  const types = generateTypes(
    {
      title: "Scope file",
      type: "object",
      required: ["uuid"],
      additionalProperties: false,
      properties: {
        uuid: { type: "string", description: "Identifies the scope." },
        modules: { type: "array", items: { $ref: "#/$defs/module" } },
      },
      $defs: { module: { enum: ["a", "b"] } },
    },
    "scope",
  );
  expect(types).toContain(`export interface ScopeFile {
  /** Identifies the scope. */
  readonly uuid: string;
  readonly modules?: readonly (Module)[];
}

export type Module = "a" | "b";`);
  expect(types).toContain("export declare const validate: SchemaValidator<ScopeFile>;");
});

test("a part that has a schema of its own keeps the type from there", () => {
  const part = { $id: "https://stele.test/schemas/check-config.schema.json", title: "CheckConfig" };
  const whole = { title: "Tree", type: "object", properties: { check: { $ref: "check-config.schema.json" } } };
  expect(generateTypes(whole, "tree", [part])).toContain('readonly check?: import("./check-config.js").CheckConfig;');
});
