// Reads ../shared/corpus, and skips when it is not there.
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { createDraw } from "../../../tooling/verdicts/draw.ts";
import { measureVerdicts } from "../../../tooling/verdicts/measure.ts";
import { readOriginals } from "../../../tooling/verdicts/originals.ts";
import { writeReport } from "../../../tooling/verdicts/report.ts";

const originals = readOriginals(join(import.meta.dirname, "../../.."));

describe.runIf(originals.length > 0)("mutations of Stable documents (skipped without ../shared/corpus)", () => {
  test("none that asks for more passes without a word, and none that passes asks for more", () => {
    const measured = measureVerdicts(originals, 150, 2);
    expect(measured.silent.map(({ kind }) => kind)).toEqual([]);
    for (const { expected, answers } of measured.kinds) if (expected === "less") expect(answers.refused).toBe(0);
    expect(writeReport(measured, originals.length, 2)).toContain("| asks for less | 100.0 % |");
  });
});

test("the same seed draws the same", () => {
  const numbers = (seed: number): number[] => {
    const draw = createDraw(seed);
    return Array.from({ length: 20 }, () => draw.below(1000));
  };
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
});
