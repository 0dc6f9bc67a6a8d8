import * as fc from "fast-check";
import { expect, test } from "vitest";

import { loadScope } from "#core/standards/scopes/load-scope.ts";

import { SAMPLE_SCOPE, scopeOf } from "./scope-samples.ts";

test("a scope file becomes versions whose targets are the sorted union of their modules", () => {
  const scope = scopeOf();
  expect(scope.versions.map(({ name, targets }) => [name, Object.fromEntries(targets)])).toEqual([
    ["v3", { main: ["entropy", "flavor-names", "image-names"], recommended: ["contract"] }],
    ["v2", { main: ["flavor-names", "image-names"] }],
    ["v1", { main: ["flavor-names"] }],
  ]);
});

test("a testcase counts the stabilized versions that demand it, has a lifetime, and may be manual", () => {
  const facts = [...scopeOf().testcases.values()].map((one) => [one.id, one.attention, one.lifetime, one.isManual]);
  expect(facts).toEqual([
    ["flavor-names", 2, "week", false],
    ["image-names", 1, "day", false],
    ["entropy", 0, "month", false],
    ["contract", 0, "quarter", true],
  ]);
});

test.each([
  ["an unknown key", "name: Sample", "color: red\nname: Sample", "scope-schema", 1],
  ["an unknown lifetime", "lifetime: day", "lifetime: decade", "scope-schema", 12],
  ["a testcase that is described twice", "id: entropy,", "id: image-names,", "scope-duplicate", 13],
  ["a module that is described twice", "id: flavors-v2", "id: flavors-v1", "scope-duplicate", 18],
  ["a version that is described twice", "version: v3", "version: v2", "scope-duplicate", 28],
  ["a module that lists an unknown testcase", "main: [flavor-names]", "main: [flavour-names]", "scope-reference", 17],
  [
    "a version that includes an unknown module",
    "include: [flavors-v1]",
    "include: [flavors-v9]",
    "scope-reference",
    29,
  ],
  ["a timeline that names an unknown version", "v1: warn", "v9: warn", "scope-reference", 23],
  ["a timeline with a date that does not exist", "date: 2026-01-01", "date: 2026-02-30", "scope-date", 23],
  ["two timeline entries of one date", "date: 2025-01-01", "date: 2025-06-01", "scope-duplicate", 25],
  ["a version that demands nothing", "main: [flavor-names]}", "advice: [flavor-names]}", "scope-target", 29],
])("%s is an error with its line, and nothing is evaluated", (_name, before, after, ruleId, line) => {
  const { scope, findings } = loadScope("sample.yaml", SAMPLE_SCOPE.replace(before, after));
  expect(scope).toBeUndefined();
  const errors = findings.filter((finding) => finding.severity === "error");
  expect(errors[0]).toMatchObject({ ruleId, place: { path: "sample.yaml", start: { line } } });
});

test("a parameter that is not given is a warning, as it does not change what is evaluated", () => {
  const { scope, findings } = loadScope("sample.yaml", SAMPLE_SCOPE.replace(", parameters: {spec: x}", ""));
  expect(scope).toBeDefined();
  expect(findings).toMatchObject([{ ruleId: "scope-parameter", severity: "warning", place: { start: { line: 27 } } }]);
});

test.each([
  ["not YAML", "a: [1, 2"],
  ["two documents", `${SAMPLE_SCOPE}---\n${SAMPLE_SCOPE}`],
  [
    "an alias bomb",
    `a: &a [x]\n${"bcdefghij".replace(/./g, (name, index: number) => `${name}: &${name} [${`*${"abcdefghij"[index] ?? ""},`.repeat(20)}]\n`)}`,
  ],
  ["a hundred thousand brackets", "[".repeat(100_000)],
  ["a prototype", "__proto__: {name: x}\nconstructor: {}\n"],
])("%s is a finding, not a crash", (_name, text) => {
  const { scope, findings } = loadScope("sample.yaml", text);
  expect(scope).toBeUndefined();
  expect(findings.length).toBeGreaterThan(0);
});

test("no text makes the loader throw", () => {
  const lines = SAMPLE_SCOPE.split("\n");
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 12 }), (chosen) => {
      expect(Array.isArray(loadScope("x.yaml", chosen.join("\n")).findings)).toBe(true);
    }),
  );
});
