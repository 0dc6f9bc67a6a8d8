import * as fc from "fast-check";
import { expect, test } from "vitest";

import { findRepeatedNames } from "#core/base/json/find-repeated-names.ts";
import { childPointer, pointerTokens, valueAt } from "#core/base/json/json-pointer.ts";
import { locatePointers } from "#core/base/json/locate-pointers.ts";
import { visitObjects, walkObjects } from "#core/base/json/walk-objects.ts";

/** Every pointer into a document. */
function pointersOf(document: unknown, pointer = ""): string[] {
  if (typeof document !== "object" || document === null) return [pointer];
  return [
    pointer,
    ...Object.entries(document).flatMap(([name, value]) => pointersOf(value, childPointer(pointer, name))),
  ];
}

test("a value is found with the name before it", () => {
  const text = '{ "a": [1, {"b\\u002fc" : "x"}] }';
  const found = locatePointers(text, ["", "/a/1/b~1c", "/a/0", "/a/7", "/z"]);
  expect([...found.keys()].sort()).toEqual(["", "/a/0", "/a/1/b~1c"]);
  expect(found.get("")).toEqual({ start: 0, end: text.length });
  const location = found.get("/a/1/b~1c");
  expect(text.slice(location?.start, location?.end)).toBe('"x"');
  expect(text.slice(location?.name?.start, location?.name?.end)).toBe('"b\\u002fc"');
});

test("of a repeated name the last one is found, as JSON.parse keeps it", () => {
  const text = '{"a": {"b": 1, "c": 1}, "a": {"b": 2}}';
  const found = locatePointers(text, ["/a/b", "/a/c"]);
  expect(text.slice(found.get("/a/b")?.start, found.get("/a/b")?.end)).toBe("2");
  expect(found.has("/a/c")).toBe(false);
});

test("every pointer of every document is found at the text of its value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom("", "  "), (generated, indent) => {
      const text = JSON.stringify(generated, null, indent);
      const document: unknown = JSON.parse(text);
      const pointers = pointersOf(document);
      const found = locatePointers(text, pointers);
      for (const pointer of pointers) {
        const location = found.get(pointer);
        expect(JSON.parse(text.slice(location?.start, location?.end))).toEqual(valueAt(document, pointer));
        if (location?.name !== undefined) {
          expect(JSON.parse(text.slice(location.name.start, location.name.end))).toBe(pointerTokens(pointer).at(-1));
        }
      }
    }),
  );
});

test("repeated names are listed in order with pointer and offsets", () => {
  const text = '{"a":1,"b":[{"c":":","c":{"c":1}}],"\\u0061":2,"d":{"a":1}}';
  const repeated = findRepeatedNames(text);
  expect(repeated.map(({ pointer, name }) => [pointer, name])).toEqual([
    ["/b/0/c", "c"],
    ["/a", "a"],
  ]);
  expect(repeated.map(({ start, end }) => text.slice(start, end))).toEqual(['"c"', '"\\u0061"']);
});

test("no document that JSON.stringify wrote has repeated names", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(findRepeatedNames(JSON.stringify(value))).toEqual([]);
    }),
  );
});

test.each([
  ["walkObjects", walkObjects],
  ["visitObjects", visitObjects],
] as const)("%s meets every object once, however deep", (_name, walk) => {
  let names = 0;
  walk(JSON.parse('[{"a":{"b":[{"c":1},2]}},[[{"d":null,"__proto__":{"e":1}}]]]'), (object) => {
    names += Object.keys(object).length;
  });
  expect(names).toBe(6);
  walk(JSON.parse(`${"[".repeat(5000)}{}${"]".repeat(5000)}`), () => (names += 1));
  expect(names).toBe(7);
});

test("walkObjects knows the pointer of the object it is at, in the order of the document", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (generated) => {
      const document: unknown = JSON.parse(JSON.stringify(generated));
      const met: string[] = [];
      walkObjects(document, (object, pointer) => {
        expect(valueAt(document, pointer())).toBe(object);
        met.push(pointer());
      });
      const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
      expect(met).toEqual(pointersOf(document).filter((pointer) => isObject(valueAt(document, pointer))));
    }),
  );
});
