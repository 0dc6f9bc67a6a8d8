import { expect, test } from "vitest";

import { readSort, sortLink, sortRows } from "#site/parts/sort-order.ts";

const KEYS = ["number", "title"] as const;

test.each([
  ["title", { key: "title", descending: false }],
  ["-title", { key: "title", descending: true }],
  ["--title", undefined],
  ["toString", undefined],
  ["", undefined],
  [undefined, undefined],
])("`?sort=%s` is read", (value, order) => {
  expect(readSort(value, KEYS)).toEqual(order);
});

test("the head of the sorting column says how, and its link turns the order round; other queries stay", () => {
  const up = { key: "title", descending: false } as const;
  expect(sortLink("/standards", "title", undefined)).toEqual({ href: "/standards?sort=title" });
  expect(sortLink("/standards", "title", up)).toEqual({ href: "/standards?sort=-title", current: "ascending" });
  const down = { ...up, descending: true };
  expect(sortLink("/standards?status=draft", "title", down)).toEqual({
    href: "/standards?status=draft&sort=title",
    current: "descending",
  });
});

test("rows are sorted without regard to case, those without a value last either way", () => {
  const rows = [{ title: "b" }, {}, { title: "C" }, { title: "a" }] as const;
  const titles = (descending: boolean) =>
    sortRows<{ title?: string }, "title">(rows, { key: "title", descending }, ({ title }) => title).map(
      ({ title }) => title,
    );
  expect(titles(false)).toEqual(["a", "b", "C", undefined]);
  expect(titles(true)).toEqual(["C", "b", "a", undefined]);
  expect(sortRows(rows, undefined, () => "x")).toEqual(rows);
});
