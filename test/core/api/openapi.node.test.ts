import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";

import { writeOpenApi } from "#core/api/openapi.ts";
import { OPERATION_GROUPS } from "#core/api/operations/index.ts";

const document = writeOpenApi(OPERATION_GROUPS, { title: "T", description: "D" });

test("the description is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
});

test("the validator would notice a mistake", async () => {
  const result = await new Validator().validate({ ...structuredClone(document), paths: { nowhere: 1 } });
  expect(result.valid).toBe(false);
});

test("all references lead somewhere, and requests are described by the schemas that check them", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? "");
  expect(references.length).toBeGreaterThan(100);
  for (const path of new Set(references)) {
    const target = path
      .split("/")
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
    expect(target, path).toBeDefined();
  }
  expect(references).toContain("components/schemas/Manifest");
  expect(references).toContain("components/schemas/CheckRequest_file");
});

test("no two operations have the same method and address", () => {
  const operations = OPERATION_GROUPS.flatMap(({ operations }) => operations);
  const names = operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
