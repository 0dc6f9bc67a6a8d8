import { runInThisContext } from "node:vm";
import { afterEach, expect, test } from "vitest";

import { switchState } from "../../../tooling/mutate/inside/switch-state.ts";
import { makeMutants } from "../../../tooling/mutate/make-mutants.ts";
import { switchMutants } from "../../../tooling/mutate/switch-mutants.ts";

const SOURCE = `
let count = 0;
for (let index = 0; index < limit; index++) count += index;
for (const item of [1]) { count += item }
return count > 5 ? "much" : "little";`;

afterEach(() => Object.assign(switchState(), { active: -1, turns: 0, mostTurns: Infinity, reached: undefined }));

const mutants = makeMutants("sample.js", `function run(limit) {${SOURCE}}`, 0);
const code = switchMutants("sample.js", `function run(limit) {${SOURCE}}`, mutants);
const run = runInThisContext(`(() => {${code}\nreturn run; })()`) as (limit: number) => string;

test("with no mutant on, the program is what it was", () => {
  expect(run(4)).toBe("much");
  expect(run(2)).toBe("little");
});

test("each mutant is on alone, also where one holds the other", () => {
  const swapped = mutants.find(({ original }) => original === "count > 5");
  const word = mutants.find(({ original }) => original === '"much"');
  switchState().active = swapped?.id ?? -1;
  expect(run(4)).toBe("much");
  switchState().active = word?.id ?? -1;
  expect(run(4)).toBe("");
});

test("a dry run notes what was reached", () => {
  const reached = new Set<number>();
  switchState().reached = reached;
  run(0);
  const texts = mutants.filter(({ id }) => reached.has(id)).map(({ original }) => original);
  expect(texts).toContain('"little"');
  expect(texts).not.toContain('"much"');
});

test("a mutant that never comes to an end is stopped by the number of turns", () => {
  const endless = mutants.findLast(({ original }) => original === "index < limit");
  Object.assign(switchState(), { active: endless?.id, mostTurns: 1000 });
  expect(() => run(0)).toThrow("A mutant does not come to an end.");
});
