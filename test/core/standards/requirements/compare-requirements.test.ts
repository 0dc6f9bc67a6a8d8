import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { compareRequirements } from "#core/standards/requirements/compare-requirements.ts";
import { findRequirements, normativeSentences } from "#core/standards/requirements/find-requirements.ts";

function read(markdown: string) {
  return normativeSentences(findRequirements(parseMarkdown(markdown)));
}

function kinds(before: string, after: string): string[] {
  return compareRequirements(read(before), read(after)).map(({ kind }) => kind);
}

test.each([
  ["same", "A cloud MUST offer two flavors.", "A cloud MUST offer two flavors."],
  ["raised", "A cloud SHOULD offer two flavors.", "A cloud MUST offer two flavors."],
  ["relaxed", "A cloud MUST offer two flavors.", "A cloud MAY offer two flavors."],
  ["changed", "A cloud MUST offer two flavors.", "A cloud MUST offer three flavors."],
  ["changed", "A cloud MUST offer two flavors.", "A cloud MUST NOT offer two flavors."],
  ["added", "Nothing.", "A cloud MUST offer two flavors."],
  ["removed", "A cloud MUST offer two flavors.", "Nothing."],
])("a requirement is %s", (kind, before, after) => {
  expect(kinds(before, after)).toEqual([kind]);
});

test("a longer list behind the same sentence is a change", () => {
  const before = "These MUST be set:\n\n- `a`\n- `b`\n";
  expect(kinds(before, `${before}- \`c\`\n`)).toEqual(["changed"]);
});

test("changes stand in the order of the later text, removed ones last", () => {
  const before = "Old rules MUST go. Clouds SHOULD offer two flavors.";
  const after = "Every image MUST be signed. Clouds MUST offer two flavors.";
  expect(kinds(before, after)).toEqual(["added", "raised", "removed"]);
});
