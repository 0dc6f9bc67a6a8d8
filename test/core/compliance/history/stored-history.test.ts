import * as fc from "fast-check";
import { expect, test } from "vitest";

import { readHistory, writeHistory } from "#core/compliance/history/stored-history.ts";
import type { ResultValue } from "#core/compliance/standing/evaluate.ts";

const instants = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 23)}000Z`);
const words = fc.oneof(fc.constantFrom("a", "b", "*", "v5"), fc.string());
const values = fc.constantFrom<ResultValue>(1, 0, -1);
const histories = fc.record({
  changes: fc.array(
    fc.record({
      number: fc.nat(),
      testcase: words,
      version: words,
      at: instants,
      value: fc.option(values),
      reportUuid: fc.option(words),
      formerCheckedAt: fc.option(instants),
    }),
  ),
  latest: fc.array(
    fc.record({ testcase: words, version: words, value: values, checkedAt: instants, reportUuid: words }),
  ),
});

test("a stored history is read as it was written", () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(readHistory(writeHistory(history))).toEqual(history);
    }),
  );
});

test("a damaged history is none: never a wrong one and never an error", () => {
  fc.assert(
    fc.property(histories, fc.nat(), (history, where) => {
      const text = writeHistory(history);
      expect(readHistory(text.slice(0, where % text.length))).toBeUndefined();
    }),
  );
  const row = "2026-01-01T00:00:00.000000Z";
  expect(readHistory(JSON.stringify({ texts: [row], changes: [], latest: [[0, 0, 1, 0, 1]] }))).toBeUndefined();
  expect(readHistory(JSON.stringify({ texts: [row], changes: [], latest: [[0, 0, 1, 0, -1]] }))).toBeUndefined();
  expect(
    readHistory(JSON.stringify({ texts: [row], changes: [[1, 0, 0, 0, 2, null, null]], latest: [] })),
  ).toBeUndefined();
});
