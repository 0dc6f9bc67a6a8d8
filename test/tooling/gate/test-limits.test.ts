/** The tests themselves: none is in a hurry, and none leaves something running for those after it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

import { expect, test } from "vitest";

import { TEST_LIMIT_MS } from "../../../tooling/gate/test-limit.ts";
import { ROOT } from "../../harness.ts";

function sourcesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => posix.join(folder, path.replaceAll("\\", "/"))),
  );
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Limits that a source states: options that end in `timeout`, calls that set one, and the last argument of a test. */
function statedLimits(source: string): number[] {
  const stated = /(?:[tT]imeout: |(?<!waitFor)Timeout\(|^\}, )(\d[\d_]{2,})/gm;
  return [...source.matchAll(stated)].map(([, number = ""]) => Number(number.replaceAll("_", "")));
}

test("no test, hook or wait has a limit below that of the project", () => {
  const hasty = sourcesBelow("test")
    .filter((path) => !path.startsWith("test/fixtures/") && path !== "test/tooling/gate/test-limits.test.ts")
    .flatMap((path) => statedLimits(read(path)).map((limit) => ({ path, limit })))
    .filter(({ limit }) => limit < TEST_LIMIT_MS);
  expect(hasty).toEqual([]);
});

test.each([
  ["test('a', { timeout: 30_000 }, run)", [30_000]],
  ["test('a', async () => {\n}, 60_000);", [60_000]],
  ["vi.setConfig({ testTimeout: 120_000 });", [120_000]],
  ["page.setDefaultTimeout(20_000);", [20_000]],
  ["await pause(1_000);", []],
])("the limit in %j is seen", (source, limits) => {
  expect(statedLimits(source)).toEqual(limits);
});

/** Modules that a source loads when it runs, as specifiers relative to the folder of the tests. */
function loadedLater(path: string): string[] {
  return [...read(path).matchAll(/(?<!typeof )\bimport\(\s*"([^"]+)"\s*\)/g)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? posix.join("..", dirname(path), specifier) : specifier,
  );
}

test("what the worker loads later is loaded before the tests that share a runtime", () => {
  const later = new Set(sourcesBelow("core", "workers").flatMap(loadedLater));
  const before = [...read("test/lazy-modules.ts").matchAll(/^import "([^"]+)";$/gm)].map(
    ([, specifier = ""]) => specifier,
  );
  expect(later.size).toBeGreaterThan(5);
  expect(before.sort()).toEqual([...later].sort());
});

test("no test that shares a runtime loads a module itself", () => {
  const inRuntime = sourcesBelow("test/core", "test/workers").filter(
    (path) => !/\.(?:node|corpus)\.test\.ts$/.test(path),
  );
  expect(inRuntime.filter((path) => loadedLater(path).length > 0)).toEqual([]);
});
