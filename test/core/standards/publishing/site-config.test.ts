import { expect, test } from "vitest";

import { DEFAULT_TREE_CONFIG, parseTreeConfig } from "#core/standards/publishing/site-config.ts";

test("what the file does not say comes from the defaults", () => {
  const { config, findings } = parseTreeConfig("site:\n  name: Law\n  timezone: Europe/Paris\n");
  expect(findings).toEqual([]);
  expect(config.site).toEqual({ ...DEFAULT_TREE_CONFIG.site, name: "Law", timeZone: "Europe/Paris" });
  expect(config.layouts).toBe(DEFAULT_TREE_CONFIG.layouts);
});

test("an unknown key is a finding with its place, and the defaults stand in", () => {
  const { config, findings } = parseTreeConfig("site:\n  name: Law\n  colour: red\n");
  expect(config).toBe(DEFAULT_TREE_CONFIG);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    ruleId: "config-schema",
    severity: "error",
    message: "`/site` must NOT have additional properties: `colour`",
    place: { path: "stele.config.yaml", start: { line: 2, column: 3 }, pointer: "/site" },
  });
});

test("a zone that no calendar knows is ignored", () => {
  expect(parseTreeConfig("site: {timezone: Europe/Atlantis}").config.site.timeZone).toBe("Europe/Berlin");
});

test.each([
  ["broken YAML", "site: [", "config-syntax"],
  [
    "an alias bomb",
    `a: &a [x]\n${Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}, *${i === 0 ? "a" : `b${i - 1}`}]`).join("\n")}`,
    "config-syntax",
  ],
  ["a list", "- a", "config-schema"],
])("%s is a finding, never a crash", (_name, text, ruleId) => {
  const { config, findings } = parseTreeConfig(text);
  expect(config).toBe(DEFAULT_TREE_CONFIG);
  expect(findings[0]?.ruleId).toBe(ruleId);
});

test("a slip in the section `check` is found at its place", () => {
  const { findings } = parseTreeConfig("check:\n  profile: loose\n");
  expect(findings).toMatchObject([
    { ruleId: "config-schema", place: { start: { line: 2 }, pointer: "/check/profile" } },
  ]);
});

test.each([
  ["https://standards.example", 0],
  ["https://standards.example/office", 0],
  ["https://standards.example/", 1],
  ["http://standards.example", 1],
  ["https://standards.example?x", 1],
])("the address %s has %i findings", (address, count) => {
  expect(parseTreeConfig(`site: { address: "${address}" }`).findings).toHaveLength(count);
});
