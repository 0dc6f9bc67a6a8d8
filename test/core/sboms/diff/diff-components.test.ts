import { array, assert, boolean, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";

import { diffComponents, type ComparedComponent } from "#core/sboms/diff/diff-components.ts";

function component(name: string, more: Partial<ComparedComponent> = {}): ComparedComponent {
  return { pointer: `/components/${name}`, type: "library", name, licenses: [], hashes: [], ...more };
}

function versions(name: string, ...all: readonly string[]): readonly ComparedComponent[] {
  return all.map((version) => component(name, { version, purl: `pkg:npm/${name}@${version}` }));
}

function summary(before: readonly ComparedComponent[], after: readonly ComparedComponent[]) {
  const { added, removed, changed, unchangedCount } = diffComponents(before, after);
  const label = ({ name, version = "" }: ComparedComponent) => `${name}@${version}`;
  return {
    added: added.map(label),
    removed: removed.map(label),
    changed: changed.map((one) => `${label(one.before)} > ${label(one.after)}: ${one.changes.join()}`),
    unchangedCount,
  };
}

test("components are added, removed and bumped", () => {
  const before = [...versions("a", "1"), ...versions("b", "1"), ...versions("c", "1")];
  const after = [...versions("c", "1"), ...versions("b", "2"), ...versions("d", "1")];
  expect(summary(before, after)).toEqual({
    added: ["d@1"],
    removed: ["a@1"],
    changed: ["b@1 > b@2: version"],
    unchangedCount: 1,
  });
});

test("of several versions those that stay stay, and only the others are compared", () => {
  expect(summary(versions("a", "1", "2"), versions("a", "2", "3"))).toMatchObject({
    changed: ["a@1 > a@3: version"],
    unchangedCount: 1,
    added: [],
    removed: [],
  });
});

test("licenses count as a set, hashes only by the same algorithm and without regard to case", () => {
  const hashes = [{ alg: "SHA-256", content: "AB" }];
  const before = [component("a", { licenses: ["MIT", "0BSD"], hashes }), component("b", { licenses: ["MIT"], hashes })];
  const after = [
    component("a", { licenses: ["0BSD", "MIT"], hashes: [{ alg: "SHA-256", content: "ab" }] }),
    component("b", {
      licenses: [],
      hashes: [
        { alg: "SHA-256", content: "cd" },
        { alg: "MD5", content: "00" },
      ],
    }),
  ];
  expect(summary(before, after)).toMatchObject({ changed: ["b@ > b@: license,hash"], unchangedCount: 1 });
});

test("qualifiers tell variants apart, but one that changes does not make a new component", () => {
  const deb = (arch: string, version: string) =>
    component("libc6", { version, purl: `pkg:deb/debian/libc6@${version}?arch=${arch}` });
  expect(summary([deb("amd64", "1"), deb("arm64", "1")], [deb("arm64", "2"), deb("amd64", "1")])).toMatchObject({
    changed: ["libc6@1 > libc6@2: version"],
    unchangedCount: 1,
  });
  expect(summary([deb("amd64", "1")], [deb("all", "1")])).toMatchObject({
    changed: ["libc6@1 > libc6@1: identifier"],
    added: [],
  });
});

test("a name matches where one side has no package URL, never between ecosystems", () => {
  const npm = component("core", { version: "1", purl: "pkg:npm/core@1" });
  const maven = component("core", { version: "1", purl: "pkg:maven/org.example/core@1" });
  expect(summary([npm], [maven])).toMatchObject({ added: ["core@1"], removed: ["core@1"] });
  expect(summary([component("core", { version: "1" })], [npm])).toMatchObject({ unchangedCount: 1 });
  expect(summary([npm], [component("core", { version: "2" })])).toMatchObject({
    changed: ["core@1 > core@2: version"],
  });
});

const NAMES = constantFrom("a", "b", "c", "__proto__", "constructor");
const COMPONENTS = array(
  record({ name: NAMES, version: constantFrom("1", "2", "3"), isPackage: boolean() }).map(
    ({ name, version, isPackage }) =>
      component(name, { version, ...(isPackage ? { purl: `pkg:npm/${name}@${version}` } : {}) }),
  ),
);

test("every component is counted once, and nothing changes against itself", () => {
  assert(
    property(COMPONENTS, COMPONENTS, (before, after) => {
      const { added, removed, changed, unchangedCount } = diffComponents(before, after);
      expect(removed.length + changed.length + unchangedCount).toBe(before.length);
      expect(added.length + changed.length + unchangedCount).toBe(after.length);
      expect(summary(before, before)).toEqual({ added: [], removed: [], changed: [], unchangedCount: before.length });
    }),
  );
});
