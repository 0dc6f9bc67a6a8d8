import { expect, test } from "vitest";

import { beyondBudget, CHECK_BUDGET, costOf } from "#core/standards/checking/check-cost.ts";

function file(text: string) {
  return { path: "a.md", bytes: new TextEncoder().encode(text) };
}

test("files, bytes, lines and headings are counted together", () => {
  expect(costOf([file("# a\n\nb\n=\r"), file("  ## é\n")])).toEqual({ files: 2, bytes: 17, lines: 7, headings: 3 });
});

test("the first part beyond the budget is named, and a cost of just the budget is within it", () => {
  expect(beyondBudget(CHECK_BUDGET)).toBeUndefined();
  for (const part of ["files", "bytes", "lines", "headings"] as const) {
    expect(beyondBudget({ ...CHECK_BUDGET, [part]: CHECK_BUDGET[part] + 1 })).toBe(part);
  }
});
