import { expect, test } from "vitest";

import { keepUsedData } from "../../../tooling/build/schemas/keep-used-data.ts";

const SCHEMA = `const schema1 = {"properties":{"kind":{"type":"string","enum":["a","b"]},"name":{"type":"string","maxLength":9}},"required":["kind"]};`;

test("of a schema the code keeps the values that it compares with, once", () => {
  const code = `${SCHEMA}
    for (const value of schema1.properties.kind.enum) check(value);
    report(schema1.properties["kind"].enum, schema1.required);`;
  const kept = keepUsedData(code);
  expect(kept).toContain('= ["a","b"];\n');
  expect(kept.match(/\["a","b"\];/g)).toHaveLength(1);
  expect(kept).toMatch(/for \(const value of (kept\d)\) check\(value\);\s+report\(\1, kept\d\);/);
  expect(kept.replace(SCHEMA, "")).not.toContain("schema1");
});

test("where the code asks which properties there are, their names are enough", () => {
  const kept = keepUsedData(`${SCHEMA}\nhas(schema1.properties, key);`);
  expect(kept).toContain('const kept0 = {"kind":0,"name":0};\n');
  expect(kept).toContain("has(kept0, key);");
});

test("a reading of anything else stops the build, so that nothing is compared with less than the schema says", () => {
  expect(() => keepUsedData(`${SCHEMA}\nuse(schema1.properties.name);`)).toThrow("reads schema.properties.name");
  expect(() => keepUsedData(`${SCHEMA}\nuse(schema1);`)).toThrow("reads schema,");
});
