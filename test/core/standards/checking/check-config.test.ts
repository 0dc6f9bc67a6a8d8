import { expect, test } from "vitest";

import { readCheckConfig } from "#core/standards/checking/check-config.ts";
import { readScopeFacts } from "#core/standards/publishing/scope-facts.ts";

test("a slip outside `check` is told, and what `check` says holds", () => {
  const { settings, findings } = readCheckConfig("layuot: {}\ncheck: { severities: { image-alt: off } }\n");
  expect(settings.severities).toEqual({ "image-alt": "off" });
  expect(findings).toMatchObject([{ ruleId: "config-schema", message: expect.stringContaining("layuot") }]);
});

test("an ignore knows where it stands", () => {
  const { ignores } = readCheckConfig(
    "check:\n  ignores:\n    - { rule: image-alt, reason: decoration }\n    - { rule: link-text, reason: by habit }\n",
  );
  expect(ignores).toMatchObject([
    { rule: "image-alt" },
    { rule: "link-text", place: { start: { line: 4, column: 7 } } },
  ]);
});

test("a slip inside `check` is told, and the defaults stand in", () => {
  const { settings, findings } = readCheckConfig("check: { profile: lax, severities: { image-alt: off } }\n");
  expect(settings.severities).toEqual({});
  expect(findings).toMatchObject([{ ruleId: "config-schema", place: { start: { line: 1, column: 19 } } }]);
});

// Comparing each key with each other one would take 200 million comparisons.
const MANY_KEYS = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join("");

test.each([
  ["a key that stands twice", "check: {}\ncheck: { profile: strict }\n"],
  ["nesting beyond the stack", "[".repeat(100_000)],
  ["20,000 keys", MANY_KEYS],
])("%s is a finding in a configuration and in a scope file", (_name, text) => {
  expect(readCheckConfig(text)).toMatchObject({ ignores: [], settings: { severities: {} } });
  expect(readCheckConfig(text).findings.length).toBeGreaterThan(0);
  const { facts, findings } = readScopeFacts("scopes/sample.yaml", text);
  expect(facts).toMatchObject({ uuid: undefined, name: "sample" });
  expect(findings.length).toBeGreaterThan(0);
});

test("the facts of a scope file that breaks its schema are those that it has", () => {
  expect(readScopeFacts("scopes/sample.yaml", "uuid: u\nname: Sample\n").facts).toMatchObject({
    uuid: "u",
    name: "Sample",
  });
});
