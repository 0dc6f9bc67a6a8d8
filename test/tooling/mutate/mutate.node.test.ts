import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Verdict } from "../../../tooling/mutate/mutant.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
/** Each run starts two processes of Vitest. */
const PATIENCE_MS = 600_000;
const SOURCE = `/** A sample. */
export function isGrown(age: number): boolean {
  if (age < 0) return false;
  return age >= 18;
}
`;
const TEST = `import { expect, test } from "vitest";
import { isGrown } from "../../core/sample.ts";
test("who is eighteen is grown", () => {
  expect(isGrown(18)).toBe(true);
  expect(isGrown(17)).toBe(false);
});
`;
const tree = mkdtempSync(join(tmpdir(), "mutate-"));

beforeAll(() => {
  const write = (file: string, text: string): void => writeFileSync(join(tree, file), text);
  for (const folder of ["core", "test/core", "tooling/mutate"]) mkdirSync(join(tree, folder), { recursive: true });
  symlinkSync(join(REPOSITORY, "node_modules"), join(tree, "node_modules"));
  cpSync(join(REPOSITORY, "test/random-seed.ts"), join(tree, "test/random-seed.ts"));
  write("package.json", '{ "type": "module" }');
  write(".gitignore", "node_modules");
  write("core/sample.ts", SOURCE);
  write("test/core/sample.test.ts", TEST);
  execFileSync("git", ["init", "-q"], { cwd: tree });
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test(
  "a mutant that a test notices is killed by it, one that no test notices survives and makes the command fail",
  () => {
    const { status, stdout, verdicts } = run();
    const outcomes = verdicts.map(({ mutant, outcome }) => `${mutant.original} -> ${mutant.replacement}: ${outcome}`);
    expect(outcomes.toSorted()).toEqual([
      "0 -> 1: survived",
      "18 -> 36: killed",
      "age < 0 -> (age) <= (0): survived",
      "age < 0 -> (age) >= (0): killed",
      "age < 0 -> false: survived",
      "age >= 18 -> (age) < (18): killed",
      "age >= 18 -> (age) > (18): killed",
      "false -> true: unreached",
    ]);
    expect(verdicts.find(({ mutant }) => mutant.original === "18")?.by).toBe(
      "test/core/sample.test.ts > who is eighteen is grown",
    );
    expect(stdout).toContain("Survived: core/sample.ts:3:7 (guard)\n  - age < 0\n  + false\n");
    expect(stdout).toContain("No test reaches core/sample.ts:3:23 (literal)\n  - false\n  + true\n");
    expect(stdout).toContain("core   50.0 %  4 of 8\n");
    expect(status).toBe(1);
  },
  PATIENCE_MS,
);

test(
  "an accepted survivor counts no more, and a score that is reached is no failure",
  () => {
    const reason = "Nobody is younger than nothing.";
    const line = "if (age < 0) return false;";
    const entry = (operator: string, original: string, replacement: string): object => {
      return { file: "core/sample.ts", operator, line, original, replacement, reason };
    };
    const entries = [
      entry("guard", "age < 0", "false"),
      entry("comparison", "age < 0", "(age) <= (0)"),
      entry("literal", "0", "1"),
      entry("literal", "false", "true"),
    ];
    writeFileSync(join(tree, "tooling/mutate/accepted.json"), JSON.stringify(entries));
    const { status, stdout } = run();
    expect(stdout).toContain("4 of 8 mutants, 4 are accepted with a reason\n");
    expect(stdout).toContain("all  100.0 %  4 of 4\n");
    expect(status).toBe(0);
  },
  PATIENCE_MS,
);

function run(): { readonly status: number | null; readonly stdout: string; readonly verdicts: readonly Verdict[] } {
  const json = join(tree, "verdicts.json");
  const main = join(REPOSITORY, "tooling/mutate/main.ts");
  // This test is a slow one, the tests of its tree are not.
  const isOurs = (name: string): boolean => name.startsWith("VITEST") || name === "STELE_SLOW_TESTS";
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
  const args = [main, "core/sample.ts", "--json", json, "--processes", "1"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, env, encoding: "utf8" });
  expect(stderr).toBe("");
  return { status, stdout, verdicts: JSON.parse(readFileSync(json, "utf8")) as Verdict[] };
}
