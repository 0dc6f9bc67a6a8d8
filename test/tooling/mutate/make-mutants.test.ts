import { describe, expect, test } from "vitest";

import { makeMutants } from "../../../tooling/mutate/make-mutants.ts";

describe("what is made of a piece of code", () => {
  test.each([
    ["a limit moves by one and turns around", "f(a < b);", ["(a) <= (b)", "(a) >= (b)"]],
    ["an order has no boundary", "f(a < b ? -1 : 1);", ["(a) >= (b)"]],
    ["equal becomes different", "f(a === b);", ["(a) !== (b)"]],
    ["and becomes or", "f(a && b);", ["(a) || (b)"]],
    ["a default is forgotten", "f(a ?? b);", ["(a)"]],
    ["no text for nothing is left alone", 'f(a ?? "");', []],
    ["a denial is dropped", "f(!a);", ["(a)"]],
    ["branches change places", "f(a ? b : c);", ["(a) ? (c) : (b)"]],
    ["plus becomes minus", "f(a + b);", ["a - (b)"]],
    ["texts are not subtracted", "f(a + `; ${b}` + c);", []],
    ["a truth turns around", "f(true);", ["false"]],
    ["a small number grows by one, a large one doubles", "f(0, 3, 60);", ["1", "4", "120"]],
    ["a word is gone, no word is one", 'f("a", "");', ['""', '"mutated"']],
    ["sentences are for people to judge", 'f("Not so.", `${a} of ${b}`);', []],
    ["a list is empty", "f([a]);", ["[]"]],
    ["a long list is data", `f([${"1, ".repeat(17)}]);`, ["[]"]],
    ["a method is taken for its neighbor", "f(a.some(b));", ["a.every(b)"]],
    ["a filter is forgotten", "f(a.filter(b));", ["a"]],
    ["what stands in an optional chain stays whole", "f(a?.filter(b).length);", []],
    ["a pattern loses its ends", "f(/^a+$/);", ["/a+$/", "/^a+/"]],
    ["a redirect is followed", 'f({ redirect: "manual" });', ['"follow"', '""']],
    [
      "a query has a wrong condition",
      "f(`SELECT a FROM b WHERE c < ?1 AND d = ?2`);",
      [
        "`SELECT a FROM b WHERE c < ?1 OR d = ?2`",
        "`SELECT a FROM b WHERE c <= ?1 AND d = ?2`",
        "`SELECT a FROM b WHERE c < ?1 AND d <> ?2`",
      ],
    ],
    ["what a query sets is no condition", "f(`UPDATE a SET b = ?1`);", []],
    ["types, names and imports are left alone", 'import a from "a";\nconst b: "c" = a.d as "e";', []],
  ])("%s", (_, code, replacements) => {
    const inArguments = makeMutants("a.ts", code, 0).filter(({ operator }) => operator !== "statement");
    expect(inArguments.map(({ replacement }) => replacement)).toEqual(replacements);
  });

  test("a guard lets everything pass", () => {
    const [mutant] = makeMutants("a.ts", "function f(a) {\n  if (a > 1) return;\n}", 7);
    expect(mutant).toEqual({
      id: 7,
      file: "a.ts",
      operator: "guard",
      line: 2,
      column: 7,
      start: 22,
      end: 27,
      isStatic: false,
      original: "a > 1",
      replacement: "false",
    });
  });

  test("what is inside of no function runs while the file is loaded", () => {
    const code = "const A = 1;\nconst b = () => 2;\nclass C { d() { return 3; } }\nfunction e(f = 4) {}";
    const mutants = makeMutants("a.ts", code, 0).map(({ original, isStatic }) => [original, isStatic]);
    expect(mutants).toEqual([
      ["1", true],
      ["2", false],
      ["3", false],
      ["4", false],
    ]);
  });

  test("a call is forgotten", () => {
    expect(makeMutants("a.ts", "a.b();", 0)).toMatchObject([{ operator: "statement", replacement: "undefined" }]);
  });
});
