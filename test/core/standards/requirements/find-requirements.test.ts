import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { findRequirements, normativeSentences } from "#core/standards/requirements/find-requirements.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

function find(markdown: string): NormativeSentence[] {
  return normativeSentences(findRequirements(parseMarkdown(markdown)));
}

function texts(markdown: string): string[] {
  return find(markdown).map(({ text }) => text);
}

test("every sentence with a key word is one requirement, with its line and section", () => {
  const markdown = "# Title\n\n## Flavor names\n\nNames exist. A name MUST begin with `SCS-`.\nIt MAY\nend anywhere.\n";
  expect(find(markdown)).toEqual([
    { keyWords: ["MUST"], level: "MUST", text: "A name MUST begin with `SCS-`.", section: "flavor-names", line: 5 },
    { keyWords: ["MAY"], level: "MAY", text: "It MAY end anywhere.", section: "flavor-names", line: 6 },
  ]);
});

test("the strongest key word of a sentence decides", () => {
  expect(find("It MAY be short, SHOULD be read and MUST NOT lie.")[0]).toMatchObject({
    level: "MUST",
    keyWords: ["MAY", "SHOULD", "MUST NOT"],
  });
});

test.each([
  ["MUST", "MUST"],
  ["MUST NOT", "MUST"],
  ["SHALL", "MUST"],
  ["SHALL NOT", "MUST"],
  ["REQUIRED", "MUST"],
  ["FORBIDDEN", "MUST"],
  ["SHOULD", "SHOULD"],
  ["SHOULD NOT", "SHOULD"],
  ["RECOMMENDED", "SHOULD"],
  ["NOT RECOMMENDED", "SHOULD"],
  ["MAY", "MAY"],
  ["OPTIONAL", "MAY"],
  ["NOT REQUIRED", "MAY"],
])("%s counts as %s", (word, level) => {
  expect(find(`This is ${word} here.`)).toMatchObject([{ keyWords: [word], level }]);
});

test.each([
  ["inline code", "Write `MUST` here."],
  ["a code block", "```text\nA MUST b\n```"],
  ["a heading", "## Consequences OPTIONAL"],
  ["the definition of the key words", 'The key words "MUST" and "MAY" are used as in RFC 2119.'],
  ["a definition without quotation marks", "MUST, SHOULD and MAY are to be read as in BCP 14."],
  ["a word in quotation marks", "The word “FORBIDDEN” means something."],
  ["a block quote", "> Somebody MUST do something."],
  ["the head of a table", "| MUST | MAY |\n| --- | --- |\n| a | b |"],
  ["a comment", "<!-- authors MUST remove this -->"],
  ["a name", "The variable A_MUST_B and MAY-2024 are names."],
  ["lower case", "One must not run."],
])("%s demands nothing", (_name, markdown) => {
  expect(find(markdown)).toEqual([]);
});

test("a table cell names its row", () => {
  const markdown =
    "| Field | Rule | Note |\n| --- | --- | --- |\n| `type` | REQUIRED | |\n| `x` | OPTIONAL | MUST be short |";
  expect(texts(markdown)).toEqual(["`type`: REQUIRED", "`x`: OPTIONAL", "`x`: MUST be short"]);
});

test("what a colon announces belongs to the demand, except what demands by itself", () => {
  const [first, second] = find("All of these MUST be set:\n\n- `a`, the first\n- `b`\n- `c` MAY be empty\n");
  expect(first).toMatchObject({ text: "All of these MUST be set:", details: "`a`, the first; `b`" });
  expect(second).toMatchObject({ text: "`c` MAY be empty", level: "MAY" });
});

test("the entries of a list are joined without the punctuation that ended them there", () => {
  const [first] = find("All of these MUST be set:\n\n- `a`, the first,\n- `b`;\n- `c`, and\n- the last one.\n");
  expect(first?.details).toBe("`a`, the first; `b`; `c`; the last one.");
});

test("an abbreviation or a version number ends no sentence", () => {
  expect(texts("Tools, e.g. Sonobuoy, MUST run. Version 1.2. Newer ones MAY run.")).toEqual([
    "Tools, e.g. Sonobuoy, MUST run.",
    "Newer ones MAY run.",
  ]);
});

test("a period inside a link or an emphasis cuts nothing apart", () => {
  expect(texts("**All clouds. Every one** MUST pass. [See. This](x) is long.")).toEqual([
    "All clouds. Every one MUST pass.",
  ]);
});

test("a key word in bold counts, one across a line break too", () => {
  expect(find("A cloud **MUST** do it and MUST\nNOT fail.")).toMatchObject([{ keyWords: ["MUST", "MUST NOT"] }]);
});

test("list items and footnotes are read, in the order of the text", () => {
  expect(texts("- A MUST.\n  - B MUST.\n- C MUST.[^1]\n\n[^1]: D MUST.\n")).toEqual([
    "A MUST.",
    "B MUST.",
    "C MUST.",
    "D MUST.",
  ]);
});

test("whatever the text, the sentences are parts of it and their lines lie in it", () => {
  const words = fc.constantFrom(
    "MUST",
    "MAY",
    "a",
    "`c`",
    "**b**",
    ".",
    ". ",
    "\n",
    "\n\n",
    "- ",
    "| ",
    '"',
    "[x](y)",
    ":",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const markdown = parts.join(" ");
      for (const sentence of find(markdown)) {
        expect(sentence.keyWords.length).toBeGreaterThan(0);
        expect(sentence.line).toBeGreaterThan(0);
        expect(sentence.line).toBeLessThanOrEqual(markdown.split("\n").length);
      }
    }),
  );
});

test("a text of nothing but demands is read up to the stated cap", () => {
  expect(find("It MUST work. ".repeat(3_000)).length).toBe(1_000);
});
