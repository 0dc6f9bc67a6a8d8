import { expect, test } from "vitest";

import type { DryRun } from "../../../tooling/mutate/inside/protocol.ts";
import type { Mutant } from "../../../tooling/mutate/mutant.ts";
import { planTrials } from "../../../tooling/mutate/plan-trials.ts";

const LIMITS = { mostTurns: 200_000, timeoutMs: 20_000 };

function mutant(id: number, file = "core/a.ts"): Mutant {
  return {
    id,
    file,
    operator: "logic",
    line: 1,
    column: 1,
    start: 0,
    end: 1,
    isStatic: false,
    original: "a",
    replacement: "b",
  };
}

function run(file: string, tests: Record<string, readonly number[]>, more: Partial<DryRun> = {}): DryRun {
  const reached = Object.entries(tests).map(([id, reached]) => ({ id, name: id, milliseconds: 1, reached }));
  return { file, tests: reached, loaded: [], failed: [], turns: 0, ...more };
}

test("a mutant faces the tests that reach it, those about its file first, then those that reach the fewest others", () => {
  const runs = [
    run("test/wide.test.ts", { w: [0, 1, 2, 3] }),
    run("test/narrow.test.ts", { n: [0], other: [1] }),
    run("test/a.test.ts", { a: [0, 1, 2] }),
  ];
  expect(planTrials([mutant(0)], runs, new Set())).toEqual([
    {
      mutant: 0,
      challenges: [
        { ...LIMITS, file: "test/a.test.ts", ids: ["a"], isFresh: false },
        { ...LIMITS, file: "test/narrow.test.ts", ids: ["n"], isFresh: false },
        { ...LIMITS, file: "test/wide.test.ts", ids: ["w"], isFresh: false },
      ],
    },
  ]);
});

test("a mutant that nothing reaches has no trial", () => {
  expect(planTrials([mutant(0)], [run("test/a.test.ts", { a: [1] })], new Set())).toEqual([]);
});

test("a constant is tried with a fresh load, and with all tests of the file", () => {
  const runs = [run("test/b.test.ts", { b: [1] }, { loaded: [0] })];
  expect(planTrials([mutant(0)], runs, new Set())).toEqual([
    { mutant: 0, challenges: [{ ...LIMITS, file: "test/b.test.ts", isFresh: true }] },
  ]);
});

test("what runs while a file is loaded is asked of all tests of the file, first of those that reach something else of it", () => {
  const runs = [run("test/b.test.ts", { first: [0], a: [1], b: [2] })];
  const mutants = [{ ...mutant(0), isStatic: true }, mutant(1), mutant(2, "core/other.ts")];
  const [trial] = planTrials(mutants, runs, new Set());
  expect(trial?.challenges).toEqual([{ ...LIMITS, file: "test/b.test.ts", ids: ["a", "first", "b"], isFresh: true }]);
});

test("what a module may remember is loaded anew", () => {
  const [trial] = planTrials([mutant(0)], [run("test/b.test.ts", { b: [0] })], new Set(["core/a.ts"]));
  expect(trial?.challenges).toMatchObject([{ isFresh: true }]);
});

test("a mutant may take twenty times as long as the slowest test of the file, in turns and in time", () => {
  const slow = { ...run("test/b.test.ts", { b: [0] }), turns: 50_000 };
  const tests = slow.tests.map((test) => ({ ...test, milliseconds: 3_000 }));
  const [trial] = planTrials([mutant(0)], [{ ...slow, tests }], new Set());
  expect(trial?.challenges).toMatchObject([{ mostTurns: 1_000_000, timeoutMs: 60_000 }]);
});

test("of every suite the first is asked before the second of any, up to eighty tests", () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`s > many ${index}`, [0]]));
  const [trial] = planTrials([mutant(0)], [run("test/b.test.ts", { ...many, "t > one": [0, 1] })], new Set());
  const [challenge] = trial?.challenges ?? [];
  expect(challenge?.ids).toHaveLength(80);
  expect(challenge?.ids?.slice(0, 3)).toEqual(["s > many 0", "t > one", "s > many 1"]);
});

test("tests that take long are asked while they take ten seconds together", () => {
  const slow = run("test/b.test.ts", { a: [0], "s > b": [0], "t > c": [0], "u > d": [0] });
  const tests = slow.tests.map((test) => ({ ...test, milliseconds: 4_000 }));
  const [trial] = planTrials([mutant(0)], [{ ...slow, tests }], new Set());
  expect(trial?.challenges[0]?.ids).toHaveLength(3);
});

test("tests of a file's folder, and of its folder's name, are asked before all others, however long they take", () => {
  const slow = (file: string, ...names: readonly string[]) => {
    const tests = run(file, Object.fromEntries(names.map((name) => [name, [0]])));
    return { ...tests, tests: tests.tests.map((test) => ({ ...test, milliseconds: 9_000 })) };
  };
  const runs = [
    run("test/far.test.ts", { far: [0] }),
    slow("test/core/shop/other.test.ts", "one", "two"),
    slow("test/core/till/shop.test.ts", "three", "four"),
  ];
  const [trial] = planTrials([mutant(0, "core/shop/price.ts")], runs, new Set());
  expect(trial?.challenges.map(({ file, ids }) => [file, ids])).toEqual([
    ["test/core/shop/other.test.ts", ["one", "two"]],
    ["test/core/till/shop.test.ts", ["three", "four"]],
    ["test/far.test.ts", ["far"]],
  ]);
});
