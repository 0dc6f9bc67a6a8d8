import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseLicenseExpression } from "#core/sboms/licenses/parse-license-expression.ts";

function canonicalOf(text: string): string | undefined {
  const parsed = parseLicenseExpression(text);
  return parsed.ok ? parsed.value.canonical : undefined;
}

test.each([
  ["MIT", "MIT"],
  ["mit or apache-2.0", "MIT OR Apache-2.0"],
  ["  ( MIT AND(BSD-3-Clause  OR 0BSD))", "(MIT AND (BSD-3-Clause OR 0BSD))"],
  ["GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"],
  ["gpl-2.0+ with classpath-exception-2.0", "GPL-2.0+ WITH Classpath-exception-2.0"],
  ["CDDL-1.0+", "CDDL-1.0+"],
  ["LicenseRef-house AND DocumentRef-other:LicenseRef-x.1", "LicenseRef-house AND DocumentRef-other:LicenseRef-x.1"],
  ["MIT WITH AdditionRef-mine", "MIT WITH AdditionRef-mine"],
  ["MIT WITH DocumentRef-d:AdditionRef-mine", "MIT WITH DocumentRef-d:AdditionRef-mine"],
  ["House-License-1.0", "House-License-1.0"],
])("%s follows the grammar and is written %s", (text, canonical) => {
  expect(canonicalOf(text)).toBe(canonical);
});

test.each([
  ["¦", "expected a license"],
  ["MIT OR ¦", "expected a license"],
  ["¦AND MIT", "expected a license"],
  ["MIT ¦Apache-2.0", "expected `AND` or `OR`"],
  ["(MIT OR 0BSD¦", "expected `)`"],
  ["MIT¦) OR 0BSD", "closes nothing"],
  ["(MIT) ¦WITH Classpath-exception-2.0", "expected `AND` or `OR`"],
  ["MIT WITH ¦(Classpath-exception-2.0)", "expected an exception"],
  ["MIT WITH ¦", "expected an exception"],
  ["MIT ¦And 0BSD", "expected `AND` or `OR`"],
  ["¦http://example.org/license", "expected a license"],
  ["MIT¦ / Apache", "expected `AND` or `OR`"],
  ["(¦)", "expected a license"],
])("%s leaves the grammar at the mark", (marked, message) => {
  const parsed = parseLicenseExpression(marked.replace("¦", ""));
  if (parsed.ok) throw new Error("accepted");
  const rest = marked.slice(marked.indexOf("¦") + 1);
  expect(marked.replace("¦", "").slice(parsed.failure.offset).trimStart()).toBe(rest.trimStart());
  expect(parsed.failure.message).toContain(message);
});

test("every license is told with what is known about it", () => {
  const parsed = parseLicenseExpression("gpl-2.0 OR House-1 WITH made-up OR LicenseRef-x OR MPL-1.1+");
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      terms: [
        { id: "GPL-2.0", kind: "listed", isDeprecated: true, offset: 0 },
        { id: "House-1", kind: "unknown", exception: { id: "made-up", kind: "unknown" } },
        { id: "LicenseRef-x", kind: "reference" },
        { id: "MPL-1.1", kind: "listed", isOrLater: true },
      ],
    },
  });
});

test("three thousand and a million parentheses need no stack", () => {
  expect(canonicalOf(`${"(".repeat(3000)}MIT${")".repeat(3000)}`)?.length).toBe(6003);
  expect(parseLicenseExpression("(".repeat(1_000_000)).ok).toBe(false);
  expect(parseLicenseExpression(`MIT${" OR MIT".repeat(100_000)}`).ok).toBe(true);
});

test("the canonical form is its own canonical form, and nothing throws", () => {
  const tokens = fc.constantFrom(
    "MIT",
    "mit",
    "GPL-2.0+",
    "Apache-2.0",
    "AND",
    "or",
    "WITH",
    "(",
    ")",
    "LicenseRef-a",
    "x",
    "+",
    "é",
  );
  fc.assert(
    fc.property(fc.array(tokens, { maxLength: 12 }), (words) => {
      const canonical = canonicalOf(words.join(" "));
      if (canonical !== undefined) expect(canonicalOf(canonical)).toBe(canonical);
    }),
    { numRuns: 2000 },
  );
});

test("an expression built by the grammar is accepted", () => {
  const license = fc.constantFrom(
    "MIT",
    "Apache-2.0",
    "GPL-2.0-or-later WITH Classpath-exception-2.0",
    "LicenseRef-x",
    "MPL-2.0+",
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 6 },
      license,
      fc
        .tuple(tie("expression"), fc.constantFrom("AND", "OR"), tie("expression"), fc.boolean())
        .map(([left, operator, right, isGrouped]) =>
          isGrouped ? `(${left} ${operator} ${right})` : `${left} ${operator} ${right}`,
        ),
    ),
  }));
  fc.assert(fc.property(expression, (text) => canonicalOf(text) === text));
});
