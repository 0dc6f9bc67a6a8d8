import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

import { keepsSomething } from "../../../tooling/mutate/find-remembered.ts";

test.each([
  ["a map", "const known = new Map<string, number>();", true],
  ["an exported map", "export const known = new WeakMap();", true],
  ["a variable", "let last = 0;", true],
  ["a memory", "const pages = createShortMemory();", true],
  ["a table", 'const TABLE = new Map([["a", 1]]);', false],
  ["a constant", "const LIMIT = 7;", false],
  ["a map inside a function", "function f() { const known = new Map(); }", false],
])("%s: kept from one call to the next? %s", (_, code, isKept) => {
  expect(keepsSomething(parseSync("a.ts", code).program)).toBe(isKept);
});
