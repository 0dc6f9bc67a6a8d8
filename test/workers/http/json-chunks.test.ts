import * as fc from "fast-check";
import { expect, test } from "vitest";

import { jsonChunks } from "../../../workers/http/json-chunks.ts";

test("chunks hold all rows in order, and none is longer than what D1 takes in one value", () => {
  const rows = fc.array(fc.record({ text: fc.string({ maxLength: 200 }), times: fc.integer({ min: 0, max: 400 }) }));
  fc.assert(
    fc.property(rows, (made) => {
      const all = made.map(({ text, times }) => text.repeat(times));
      const chunks = jsonChunks(all);
      expect(chunks.flatMap((chunk) => JSON.parse(chunk) as unknown[])).toEqual(all);
      for (const chunk of chunks) expect(new TextEncoder().encode(chunk).length).toBeLessThan(2_000_000);
    }),
  );
});

test("seven megabytes of rows are more than one chunk, no row is none", () => {
  expect(jsonChunks(Array.from({ length: 7_000 }, () => "x".repeat(1_000))).length).toBeGreaterThan(13);
  expect(jsonChunks([])).toEqual([]);
});
