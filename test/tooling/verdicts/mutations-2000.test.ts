// Reads ../shared/corpus, and skips when it is not there.
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { measureVerdicts } from "../../../tooling/verdicts/measure.ts";
import { readOriginals } from "../../../tooling/verdicts/originals.ts";

const originals = readOriginals(join(import.meta.dirname, "../../.."));

describe.runIf(originals.length > 0)("2,000 mutations of Stable documents (skipped without ../shared/corpus)", () => {
  test.each([1, 2026])("seed %s: none that asks for more passes without a word", (seed) => {
    const { silent, kinds } = measureVerdicts(originals, 2_000, seed);
    expect(silent.map(({ kind }) => kind)).toEqual([]);
    expect(kinds.filter(({ expected, answers }) => expected === "less" && answers.refused > 0)).toEqual([]);
  });
});
