import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";

import { MAX_REPORTS_PER_UPLOAD } from "#core/compliance/results/parse-reports.ts";

import { uploadsOf } from "../../tooling/start/split-reports.ts";

test("uploads hold all reports in their order, none more than the doors take, and none could take the next report", () => {
  assert(
    property(integer({ min: 0, max: 1_000 }), (count) => {
      const reports = Array.from({ length: count }, (_, index) => `${index}\n`);
      const uploads = uploadsOf(reports);
      expect(uploads.join("")).toBe(reports.join(""));
      const sizes = uploads.map((upload) => upload.split("\n").length - 1);
      expect(sizes.slice(0, -1).every((size) => size === MAX_REPORTS_PER_UPLOAD)).toBe(true);
      expect(sizes.every((size) => size > 0 && size <= MAX_REPORTS_PER_UPLOAD)).toBe(true);
    }),
  );
});

test("long reports come in uploads of at most five million characters", () => {
  const uploads = uploadsOf(Array.from({ length: 7 }, () => "x".repeat(2_000_000)));
  expect(uploads.map(({ length }) => length)).toEqual([4_000_000, 4_000_000, 4_000_000, 2_000_000]);
});

test("a report that alone is too long is left to the door's judgement", () => {
  expect(uploadsOf(["x".repeat(6_000_000), "y"]).map(({ length }) => length)).toEqual([6_000_000, 1]);
});
