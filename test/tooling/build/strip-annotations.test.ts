import { expect, test } from "vitest";

import { compileValidator } from "../../../tooling/build/schemas/compile-validator.ts";
import { stripAnnotations } from "../../../tooling/build/schemas/strip-annotations.ts";

test("annotations go, at every depth", () => {
  const schema = {
    title: "T",
    description: "d",
    items: { type: "object", examples: [1], properties: { a: { default: 1 } } },
  };
  expect(stripAnnotations(schema)).toEqual({ items: { type: "object", properties: { a: {} } } });
});

test("members that are called like an annotation stay", () => {
  const named = { description: { type: "string", description: "d" }, title: { type: "string" } };
  expect(
    stripAnnotations({
      properties: named,
      dependencies: { description: ["title"], title: { required: ["description"], title: "x" } },
      dependentRequired: { default: ["examples"] },
      dependentSchemas: { title: { description: "d", required: ["default"] } },
      enum: [{ title: "data" }],
    }),
  ).toEqual({
    properties: { description: { type: "string" }, title: { type: "string" } },
    dependencies: { description: ["title"], title: { required: ["description"] } },
    dependentRequired: { default: ["examples"] },
    dependentSchemas: { title: { required: ["default"] } },
    enum: [{ title: "data" }],
  });
});

test("a compiled validator knows that a member called description depends on another", async () => {
  const code = await compileValidator({
    schema: {
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      properties: { description: { type: "string" }, base: { type: "string" } },
      dependencies: { description: ["base"] },
    },
    references: {},
    strict: true,
  });
  const { validate } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    validate: (value: unknown) => boolean;
  };
  expect([{}, { description: "d" }, { description: "d", base: "b" }].map((value) => validate(value))).toEqual([
    true,
    false,
    true,
  ]);
});
