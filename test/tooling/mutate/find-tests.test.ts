import { expect, test } from "vitest";

import { belongsTo, findTests, stem } from "../../../tooling/mutate/find-tests.ts";

const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  "test/core/far.test.ts": ["core/far.ts"],
  "core/far.ts": ["core/middle.ts"],
  "core/middle.ts": ["core/time/clock.ts", "core/far.ts"],
  "test/core/middle.test.ts": ["core/middle.ts"],
  "test/core/time/other.test.ts": ["core/far.ts"],
  "test/site/clock.test.ts": ["core/far.ts"],
  "test/core/stranger.test.ts": ["core/stranger.ts"],
};
const importsOf = (file: string): readonly string[] => IMPORTS[file] ?? [];

test("tests of the same name come first, then those of the same folder, then the nearest; others cannot reach the file", () => {
  const tests = Object.keys(IMPORTS).filter((file) => file.startsWith("test/"));
  expect(findTests(importsOf, tests, ["core/time/clock.ts"])).toEqual([
    "test/site/clock.test.ts",
    "test/core/time/other.test.ts",
    "test/core/middle.test.ts",
    "test/core/far.test.ts",
  ]);
});

test("a source and its tests have the same stem", () => {
  const files = ["core/a.ts", "test/core/a.test.ts", "test/core/a.node.test.ts", "test/core/a.corpus.test.ts", "a.tsx"];
  expect(new Set(files.map(stem))).toEqual(new Set(["a"]));
});

test("a file belongs to a project by its patterns", () => {
  const project = { include: ["test/core/**/*.test.ts"], exclude: ["test/core/slow.test.ts"] };
  expect(belongsTo("test/core/a/b.test.ts", project)).toBe(true);
  expect(belongsTo("test/core/slow.test.ts", project)).toBe(false);
  expect(belongsTo("test/site/b.test.ts", project)).toBe(false);
});
