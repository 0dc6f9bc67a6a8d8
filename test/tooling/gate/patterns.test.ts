import { expect, describe, test } from "vitest";

import { refusals } from "../../../tooling/gate/patterns/check-patterns.ts";
import { findPatterns } from "../../../tooling/gate/patterns/find-patterns.ts";
import { judgePattern } from "../../../tooling/gate/patterns/judge-pattern.ts";

describe("every regular expression of a file is found", () => {
  test.each([
    ["a literal", "const a = /a+b/gi;", "/a+b/gi"],
    ["a literal in JSX", "const a = <p>{text.replace(/x y/u, '')}</p>;", "/x y/u"],
    ["a literal in a typed default parameter", "function f(a: RegExp = /q/): void {}", "/q/"],
    ["the constructor", "const a = new RegExp('a+', 'm');", "/a+/m"],
    ["the constructor, called", "const a = RegExp(`a+` + 'b');", "/a+b/"],
    ["the constructor of the global object", "const a = new globalThis.RegExp('c');", "/c/"],
    ["a string that is matched with", "const a = text.match('d+');", "/d+/"],
    ["a string that is searched for", "const a = text.search('e');", "/e/"],
    ["an address parameter", "app.get('/a/:id{[0-9]{3}}/b', f);", "/^[0-9]{3}$/"],
    ["an address parameter in a template", "app.get(`${PATH}/:number{[1-9]+}`, f);", "/^[1-9]+$/"],
    ["a pattern of an input", 'const a = <input pattern="[a-z]+" />;', "/^(?:[a-z]+)$/u"],
  ])("%s", (_what, source, expected) => {
    const { found, made } = findPatterns("a.tsx", source);
    expect(found.map(({ source: pattern, flags }) => `/${pattern}/${flags}`)).toEqual([expected]);
    expect(made).toEqual([]);
  });

  test("what only the running program knows, and whether loading the module tells it", () => {
    const source = "const a = new RegExp(WORDS.join('|'));\nconst f = (name: string) => text.match(`${name}+`);";
    expect(findPatterns("a.ts", source).made).toEqual([
      { code: "new RegExp(WORDS.join('|'))", line: 1, isMadeOnLoad: true },
      { code: "text.match(`${name}+`)", line: 2, isMadeOnLoad: false },
    ]);
  });

  test("a division, a comment and a string are none", () => {
    const source = "const a = b / c / d; // /e+/\nconst f = '/g+/'; const h = list.search(needle);";
    expect(findPatterns("a.ts", source)).toEqual({ found: [], made: [] });
  });
});

describe("a pattern whose time grows faster than the text is refused", () => {
  test.each([
    ["exponential", "(a+)+b", ""],
    ["a power of the length", "\\s*\\(?OPTIONAL\\)?\\s*$", ""],
    ["a run tried from each of its characters", "/+$", ""],
    ["alternatives that overlap in a loop", "(\\s|//[^\\r\\n]*|/\\*[^]*?\\*/)*[}\\]]", ""],
    ["a search for an end from each beginning", "<!--[^]*?-->", "g"],
    ["with look-behind", "(?<=x)(?:a|a)*b", ""],
    ["unreadable for the judge", "[\\p{L}--[a-z]]", "v"],
  ])("%s: /%s/%s", (_what, source, flags) => {
    expect(judgePattern(source, flags)).toBeTypeOf("string");
  });

  test.each([
    ["[a-z]+", "g"],
    ["^\\s*a\\s*$", ""],
    ["(?<! ) {2,}$", "gm"],
    ["\\p{Lu}\\p{Ll}*", "gu"],
  ])("a linear one is not: /%s/%s", (source, flags) => {
    expect(judgePattern(source, flags)).toBeUndefined();
  });
});

describe("the step of the gate", () => {
  const place = { file: "core/a.ts", line: 3 };
  const bad = { ...place, source: "(a+)+b", flags: "" };
  const judge = ({ source }: { readonly source: string }) =>
    source === bad.source ? "its time is exponential" : undefined;

  test("names place and reason of a bad pattern, and nothing of a good one", () => {
    const faults = [...refusals([bad, { ...place, source: "a", flags: "" }], [], judge, [])];
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^core\/a\.ts:3 \/\(a\+\)\+b\/: its time is exponential\. /);
  });

  test("lets pass what the table accepts, in that file only", () => {
    const entry = { pattern: "/(a+)+b/", file: "core/a.ts", reason: "At most ten characters." };
    expect([...refusals([bad], [], judge, [entry])]).toEqual([]);
    expect([...refusals([{ ...bad, file: "core/b.ts" }], [], judge, [entry])]).toHaveLength(2);
  });

  test("refuses an entry of the table that nothing needs", () => {
    const entry = { pattern: "/b/", file: "core/a.ts", reason: "It was needed once." };
    expect([...refusals([], [], judge, [entry])]).toEqual([
      "/b/ is accepted in core/a.ts but not needed there; remove it.",
    ]);
  });

  test("refuses a pattern made of values within a function, not one made on load", () => {
    const making = { ...place, code: "new RegExp(name)", isMadeOnLoad: false };
    expect([...refusals([], [making], judge, [])]).toHaveLength(1);
    expect([...refusals([], [{ ...making, isMadeOnLoad: true }], judge, [])]).toEqual([]);
  });
});
