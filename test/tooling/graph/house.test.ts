import { describe, expect, test } from "vitest";

import { figuresOf, LONG_WITH_REASON, overBudget, type HouseFigures } from "../../../tooling/graph/budgets.ts";
import { findImportCycles } from "../../../tooling/graph/find-import-cycles.ts";
import { surveyHouse } from "../../../tooling/graph/survey-house.ts";
import { ROOT } from "../../harness.ts";

const survey = surveyHouse(ROOT);
const figures = figuresOf(survey);

test("the house is within its budgets: wings, files per folder, cycles, long files, assertions, tests", () => {
  expect(overBudget(figures)).toEqual([]);
});

test("every file that is long with a reason is there and long", () => {
  const long = new Set(figures.longFiles.map(({ path }) => path));
  expect([...LONG_WITH_REASON.keys()].filter((path) => !long.has(path))).toEqual([]);
});

test("base uses nothing, and no wing of the core uses what stands above or beside it", () => {
  const allowed = new Map<string, readonly string[]>([
    ["core/base", []],
    ["core/trust", ["core/base"]],
    ["core/standards", ["core/base"]],
    ["core/sboms", ["core/base"]],
    ["core/compliance", ["core/base", "core/trust", "core/standards"]],
    ["core/badges", ["core/base", "core/standards", "core/compliance"]],
    ["core/api", ["core/base"]],
  ]);
  for (const [wing, may] of allowed) {
    const uses = [...(survey.uses.get(wing)?.keys() ?? [])].filter((target) => target !== "schemas");
    expect(
      uses.filter((target) => !may.includes(target)),
      wing,
    ).toEqual([]);
  }
});

describe("the count itself", () => {
  const file = (path: string, ...imports: string[]) => ({ path, imports, lines: 10, functionLines: [5], casts: 0 });

  test("finds a cycle of three, types included, and a file that imports itself; names what is outside of neither", () => {
    const modules = [file("a", "b"), file("b", "c", "elsewhere"), file("c", "a"), file("d", "a"), file("e", "e")];
    expect(findImportCycles(modules)).toEqual([["a", "b", "c"], ["e"]]);
  });

  test("says in a sentence what is over its budget", () => {
    const over: HouseFigures = {
      ...figures,
      wings: 9,
      largestFolder: ["core/badges", 31],
      storageCasts: 1_000,
      testLines: 0,
      cycles: [["a.ts", "b.ts"]],
      longFiles: [{ ...file("core/long.ts"), lines: 351 }],
    };
    expect(overBudget(over)).toHaveLength(6);
    expect(overBudget(over)).toContain("core/badges has 31 files on one level of 30.");
    expect(overBudget(over)).toContain("core/long.ts has 351 lines of 350 and no reason.");
  });
});
