import { describe, expect, test } from "vitest";

import type { Verdict as ChangeVerdict } from "#core/standards/changes/verdict.ts";

import type { Verdict } from "./bounds/sentence-table.ts";
import { judgeStep, stable } from "./sample-tree.ts";
import { STRUCTURES } from "./structure-table.ts";

const NAME = "scs-0100-v1-one.md";

/** The strictest effect of a verdict in a word. */
function inWord({ requirements }: ChangeVerdict): Verdict {
  const effects = requirements.map(({ effect }) => effect);
  if (effects.includes("tightens")) return "MORE";
  if (effects.includes("unclear")) return "UNCLEAR";
  return effects.includes("relaxes") ? "LESS" : "SAME";
}

describe("what belongs to a demand belongs to its change", () => {
  test("there are enough of them", () => {
    expect(STRUCTURES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(STRUCTURES)("$name: $verdict", ({ verdict, before, after }) => {
    const judged = judgeStep({ [NAME]: stable(before) }, { [NAME]: stable(after) });
    expect(inWord(judged)).toBe(verdict);
    expect(judged.allowed).toBe(verdict !== "MORE");
  });

  test("the verdict names the chain from the demand to the change", () => {
    const { requirements } = judgeStep(
      { [NAME]: stable("It MUST stay for the time of notice[^n].\n\n[^n]: At least 3 months.") },
      { [NAME]: stable("It MUST stay for the time of notice[^n].\n\n[^n]: At least 6 months.") },
    );
    expect(requirements.map(({ evidence }) => evidence)).toEqual(['its footnote "n": 3 months became 6 months']);
  });
});
