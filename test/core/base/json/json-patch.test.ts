import * as fc from "fast-check";
import { expect, test } from "vitest";

import { applyPatch, type JsonPatch } from "#core/base/json/json-patch.ts";

/** Appendix A of RFC 6902: document, patch, result. */
const EXAMPLES: [name: string, document: unknown, patch: JsonPatch, result: unknown][] = [
  ["A.1 add a member", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { baz: "qux", foo: "bar" }],
  [
    "A.2 add an element",
    { foo: ["bar", "baz"] },
    [{ op: "add", path: "/foo/1", value: "qux" }],
    { foo: ["bar", "qux", "baz"] },
  ],
  ["A.3 remove a member", { baz: "qux", foo: "bar" }, [{ op: "remove", path: "/baz" }], { foo: "bar" }],
  [
    "A.4 remove an element",
    { foo: ["bar", "qux", "baz"] },
    [{ op: "remove", path: "/foo/1" }],
    { foo: ["bar", "baz"] },
  ],
  [
    "A.5 replace a value",
    { baz: "qux", foo: "bar" },
    [{ op: "replace", path: "/baz", value: "boo" }],
    { baz: "boo", foo: "bar" },
  ],
  [
    "A.6 move a value",
    { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } },
    [{ op: "move", from: "/foo/waldo", path: "/qux/thud" }],
    { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } },
  ],
  [
    "A.7 move an element",
    { foo: ["all", "grass", "cows", "eat"] },
    [{ op: "move", from: "/foo/1", path: "/foo/3" }],
    { foo: ["all", "cows", "eat", "grass"] },
  ],
  [
    "A.8 test a value",
    { baz: "qux", foo: ["a", 2, "c"] },
    [
      { op: "test", path: "/baz", value: "qux" },
      { op: "test", path: "/foo/1", value: 2 },
    ],
    { baz: "qux", foo: ["a", 2, "c"] },
  ],
  [
    "A.10 add a nested object",
    { foo: "bar" },
    [{ op: "add", path: "/child", value: { grandchild: {} } }],
    { foo: "bar", child: { grandchild: {} } },
  ],
  ["A.14 escapes", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: 10 }], { "/": 9, "~1": 10 }],
  [
    "A.16 add an array value",
    { foo: ["bar"] },
    [{ op: "add", path: "/foo/-", value: ["abc", "def"] }],
    { foo: ["bar", ["abc", "def"]] },
  ],
  ["copy", { a: [1] }, [{ op: "copy", from: "/a", path: "/b" }], { a: [1], b: [1] }],
  ["the whole document", { a: 1 }, [{ op: "replace", path: "", value: [2] }], [2]],
  ["null is a value", { a: null }, [{ op: "replace", path: "/a", value: 1 }], { a: 1 }],
];

test.each(EXAMPLES)("%s", (_name, document, patch, result) => {
  const before = JSON.stringify(document);
  expect(applyPatch(document, patch)).toEqual({ ok: true, value: result });
  expect(JSON.stringify(document)).toBe(before);
});

/** Appendix A, what must not work. */
const REFUSED: [name: string, document: unknown, patch: JsonPatch, step: number, words: string][] = [
  ["A.9 a test that fails", { baz: "qux" }, [{ op: "test", path: "/baz", value: "bar" }], 0, "another value"],
  ["A.12 no container", { foo: "bar" }, [{ op: "add", path: "/baz/bat", value: "qux" }], 0, "no array or object"],
  ["A.15 a number is no text", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: "10" }], 0, "another value"],
  ["nothing to remove", {}, [{ op: "remove", path: "/a" }], 0, "nothing at `/a`"],
  ["nothing to replace", { a: {} }, [{ op: "replace", path: "/a/b", value: 1 }], 0, "nothing at `/a/b`"],
  ["behind the end", { a: [] }, [{ op: "add", path: "/a/1", value: 1 }], 0, "no place in an array of 0"],
  ["no index", { a: [] }, [{ op: "add", path: "/a/01", value: 1 }], 0, "no place"],
  ["into itself", { a: { b: {} } }, [{ op: "move", from: "/a", path: "/a/b/c" }], 0, "into itself"],
  ["inherited names", {}, [{ op: "remove", path: "/constructor" }], 0, "nothing at"],
  ["a length is no element", { a: [1] }, [{ op: "remove", path: "/a/length" }], 0, "nothing at"],
  [
    "the second step",
    { a: 1 },
    [
      { op: "remove", path: "/a" },
      { op: "remove", path: "/a" },
    ],
    1,
    "nothing at",
  ],
  ["no pointer", { a: 1 }, [{ op: "replace", path: "a", value: 2 }], 0, "nothing at"],
];

test.each(REFUSED)("refused: %s", (_name, document, patch, step, words) => {
  expect(applyPatch(document, patch)).toMatchObject({ ok: false, failure: { step } });
  expect(applyPatch(document, patch)).toMatchObject({ failure: { message: expect.stringContaining(words) } });
});

test("a member called `__proto__` is a member, and changes no prototype", () => {
  const result = applyPatch({}, [{ op: "add", path: "/__proto__", value: { polluted: true } }]);
  if (!result.ok) throw new Error(result.failure.message);
  expect(Object.keys(result.value as object)).toEqual(["__proto__"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("what was added is gone after it is removed, whatever it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.jsonValue(), (document, name, value) => {
      fc.pre(!Object.hasOwn(document, name));
      const path = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const patch: JsonPatch = [
        { op: "add", path, value },
        { op: "remove", path },
      ];
      const plain = JSON.parse(JSON.stringify(document)) as unknown;
      expect(applyPatch(plain, patch)).toEqual({ ok: true, value: plain });
    }),
  );
});
