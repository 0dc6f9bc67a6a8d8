import * as fc from "fast-check";
import { expect, test } from "vitest";

import { measureJson } from "#core/base/json/measure-json.ts";
import { scanJson } from "#core/base/json/scan-json.ts";

const LIMITS = { maxDepth: 4, maxContainers: 20, maxNameLength: 8 };

/** JSON with what strings can hide: quotes, backslashes, brackets, colons. */
const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value, null, 1));
const tricky = fc
  .array(fc.constantFrom('"', "\\\\", '\\"', "{", "[", ":", "\\u0022", "x"))
  .map((parts) => parts.join(""));

test("what is measured is what the scan counts, and a limit is a limit for both", () => {
  const texts = fc.oneof(
    json,
    tricky.map((text) => JSON.stringify({ [text]: [text, { a: text }] })),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const scanned = scanJson(text, LIMITS);
      const measured = measureJson(text, LIMITS);
      expect(measured === undefined).toBe(!scanned.ok);
      if (scanned.ok) expect(measured).toMatchObject(scanned.value);
    }),
    { numRuns: 1000 },
  );
});

test("whatever the text is, where the parser accepts it the scan does", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        tricky,
        fc.string(),
        json.map((text) => text.slice(1)),
      ),
      (text) => {
        const wide = { maxDepth: 100, maxContainers: 1000, maxNameLength: 1000 };
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(scanJson(text, wide).ok).toBe(isJson);
        if (isJson) expect(measureJson(text, wide)).toBeDefined();
      },
    ),
    { numRuns: 1000 },
  );
});
