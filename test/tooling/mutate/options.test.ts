import { expect, test } from "vitest";

import { readOptions } from "../../../tooling/mutate/options.ts";

test.each([
  { args: [], oneIn: 8 },
  { args: ["--set", "core"], oneIn: 8 },
  { args: ["--one-in", "1"], oneIn: 1 },
  { args: ["core/base/time/instant.ts"], oneIn: 1 },
  { args: ["--since", "main"], oneIn: 1 },
  { args: ["--sample", "200"], oneIn: 1 },
  { args: ["--sample", "200", "--one-in", "4"], oneIn: 4 },
])("$args tries one mutant in $oneIn of every file", ({ args, oneIn }) => {
  expect(readOptions(args).oneIn).toBe(oneIn);
});

test("a share that is no number is refused", () => {
  expect(() => readOptions(["--one-in", "few"])).toThrow("--one-in few is no number.");
});
