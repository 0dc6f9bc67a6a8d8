import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The sources of what is shipped, by path. */
const SOURCES = new Map(
  globSync("{core,site,workers,tooling}/**/*.{ts,tsx}")
    // The mutation runner reads our own sources only, and nobody gets it.
    .filter((path) => !path.startsWith("tooling/mutate/"))
    .filter((path) => !path.includes("/compiled/") && !path.endsWith(".d.ts"))
    .map((path) => [path, readFileSync(path, "utf8")]),
);

/** Objects of which any text may be a key: their names, as constants and as members of a type. */
const OPEN_CONSTANT = /(export )?\b(?:const|let) (\w+): (?:Readonly<)?Record<string,[^=]*(?:=>[^=]*)?=\s*\{/g;
const OPEN_MEMBER = /\breadonly (\w+)\??: (?:Readonly<)?Record<string,/g;
/** A lookup with something else than a word in quotes or a number. */
const LOOKUP = /(\.?)(?<![\w$])(\w+)(?:\?\.)?\[(?!["'\d\]])/g;

interface Lookup {
  readonly path: string;
  readonly line: string;
}

/** Where an open object is asked with a variable: such a key may come from outside, and `constructor` is in every object. */
function findOpenLookups(sources: ReadonlyMap<string, string>): Lookup[] {
  const texts = [...sources.values()];
  const members = new Set(texts.flatMap((text) => [...text.matchAll(OPEN_MEMBER)].map(([, name]) => name)));
  const exported = texts.flatMap((text) => constantsOf(text).filter(({ isExported }) => isExported));
  return [...sources].flatMap(([path, text]) => {
    const imported = exported.filter(({ name }) => new RegExp(String.raw`^import [^;]*\b${name}\b`, "m").test(text));
    const constants = new Set([...constantsOf(text), ...imported].map(({ name }) => name));
    return text
      .split("\n")
      .filter((line) => !/^\s*(?:\*|\/\/)/.test(line))
      .filter((line) =>
        [...line.matchAll(LOOKUP)].some(([, dot, name = ""]) => (dot === "." ? members : constants).has(name)),
      )
      .map((line) => ({ path, line: line.trim() }));
  });
}

function constantsOf(text: string): { name: string; isExported: boolean }[] {
  return [...text.matchAll(OPEN_CONSTANT)].map(([, word, name = ""]) => ({ name, isExported: word !== undefined }));
}

/** Lookups that no word from outside reaches, by file. */
const HARMLESS: ReadonlyMap<string, string> = new Map([
  ["core/standards/checking/check-settings.ts", "asked with the ids of our rules"],
  ["core/standards/rules/parts/sections.ts", "asked with the sections that our rules want"],
  ["core/sboms/formats/spdx2/list-spdx-packages.ts", "a list of the same name"],
  ["tooling/demo/demo-report.ts", "asked with the test cases of the sample scopes"],
]);

test("a table that is asked with a variable has no prototype", () => {
  const found = findOpenLookups(SOURCES);
  expect(found.filter(({ path }) => !HARMLESS.has(path))).toEqual([]);
  expect([...HARMLESS.keys()].filter((path) => !found.some((one) => one.path === path))).toEqual([]);
});

test.each([
  ["a constant", `const WORDS: Readonly<Record<string, string>> = { a: "b" };\nconst word = WORDS[name];`],
  ["one of functions", `const WORDS: Record<string, (a: A) => string> = { a: f };\nconst word = WORDS[name];`],
  ["what is collected", `const counts: Record<string, number> = {};\ncounts[name] = 1;`],
  ["an optional lookup", `const WORDS: Record<string, string> = { a: "b" };\nconst word = WORDS?.[name];`],
  ["a member", `interface A {\n  readonly words: Readonly<Record<string, string>>;\n}\nconst word = a.words[name];`],
])("%s that has one is found", (_what, text) => {
  expect(findOpenLookups(new Map([["one.ts", text]]))).toHaveLength(1);
});
