import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, parseDocument } from "yaml";

import { readYaml, readYamlStream } from "#core/base/yaml/read-yaml.ts";

const ORIGIN = { path: "a.yaml", rule: "sample", source: { clause: "a test" } };
const anything = Object.assign((value: unknown): value is unknown => value !== undefined, { errors: null });
const read = (text: string) => readYaml(text, anything, ORIGIN);

describe("a key that stands twice in a mapping", () => {
  test.each([
    ["a: 1\nb: 2\na: 3\n", 3, 1],
    ["list:\n  - {x: 1, x: 2}\n", 2, 12],
    ["1: a\n1: b\n", 2, 1],
    ['1: a\n"1": b\n', 2, 1],
    ["0x10: a\n16: b\n", 2, 1],
    ["true: a\n'true': b\n", 2, 1],
    ["null: a\n'': b\n", 2, 1],
    ["9007199254740993: a\n9007199254740992: b\n", 2, 1],
  ])("is a fault with its place: %j", (text, line, column) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ ruleId: "sample-syntax", place: { start: { line, column } } }]);
  });

  test("is none where the mappings differ", () => {
    expect(read("a: {x: 1}\nb: {x: 2}\n").findings).toEqual([]);
  });

  test("is found whenever the value has fewer members than the text has keys", () => {
    const keys = fc.constantFrom(
      "a",
      "'a'",
      "1",
      '"1"',
      "0x1",
      "1.0",
      "true",
      "'true'",
      "null",
      "~",
      "''",
      ".nan",
      "'NaN'",
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 6 }), (names) => {
        const text = names.map((key) => `${key}: 0\n`).join("") || "{}";
        const { value, findings } = read(text);
        const members = Object.keys(parseDocument(text, { uniqueKeys: false }).toJS() as object).length;
        expect(findings.length > 0).toBe(members < names.length);
        if (typeof value === "object" && value !== null) expect(Object.keys(value)).toHaveLength(names.length);
      }),
    );
  });

  test("is found exactly where the library's slower search finds one", () => {
    const names = fc.array(fc.constantFrom("a", "b", "c", "d", "1", "true"), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), (mappings) => {
        const text = mappings.map((keys) => `- {${keys.map((key) => `${key}: 0`).join(", ")}}\n`).join("") || "[]";
        const expected = parseAllDocuments(text).some(({ errors }) => errors.length > 0);
        expect(read(text).findings.length > 0).toBe(expected);
      }),
    );
  });
});

describe("a key that hides what it is is a fault:", () => {
  test.each([
    ["an alias", "{? &t x : -1, *t : 1}", "alias"],
    ["an alias in a block", "a: &t x\n*t : 1\n", "alias"],
    ["a mapping", "? &t x : -1\n*t : 1\n", "list or a mapping"],
    ["a list", "? [1]\n: 2\n", "list or a mapping"],
    ["an alias of a list", "a: &l [1]\n? *l\n: 1\n", "alias"],
    ["a merge that this version does not make", "<<: {a: 1}\nb: 2\n", "`<<`"],
    ["a merge by tag", "!!merge <<: {a: 1}\na: 2\n", "`<<`"],
    ["a merge of the older version", "%YAML 1.1\n---\n<<: {a: 1}\na: 2\n", "`<<`"],
  ])("%s", (_name, text, words) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ ruleId: "sample-syntax", message: expect.stringContaining(words) }]);
  });

  test("aliases as values are none", () => {
    expect(read("a: &l [1]\nb: *l\n'<<': 1\n").value).toEqual({ a: [1], b: [1], "<<": 1 });
  });
});

test("a mapping of 200,000 keys is read in linear time", () => {
  const text = Array.from({ length: 200_000 }, (_, index) => `k${index}: 1\n`).join("");
  expect(Object.keys(read(text).value as object)).toHaveLength(200_000);
});

test("whatever the text, reading does not throw and says where a fault is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-:{}[\],&*!|>'"#?% \na-c1]{0,60}$/)), (text) => {
      for (const { value, findings } of readYamlStream(text, anything, ORIGIN)) {
        if (value === undefined) expect(findings[0]?.place.start.line).toBeGreaterThan(0);
      }
    }),
  );
});

test("nesting beyond the stack and alias bombs are faults", () => {
  expect(read("[".repeat(100_000)).findings).toMatchObject([{ ruleId: "sample-syntax" }]);
  for (let depth = 100; depth < 20_000; depth = Math.ceil(depth * 1.3)) {
    const { value, findings } = read("[".repeat(depth) + "]".repeat(depth));
    expect(value === undefined).toBe(findings.length > 0);
  }
  const bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n";
  expect(read(bomb).findings).toMatchObject([{ ruleId: "sample-syntax" }]);
});
