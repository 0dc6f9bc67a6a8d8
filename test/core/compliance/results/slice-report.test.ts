import * as fc from "fast-check";
import { expect, test } from "vitest";

import { splitDocuments } from "#core/compliance/results/slice-report.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("documents are apart, without separators and comments between them", () => {
  expect(splitDocuments(bytes("---\nsubject: a\nx: 1\n# of b\n---\n# more\nsubject: b\n...\n"))).toEqual([
    { subject: "a", text: "subject: a\nx: 1\n" },
    { subject: "b", text: "subject: b\n" },
  ]);
});

test("one JSON object is one document", () => {
  expect(splitDocuments(bytes('{"subject": "a", "x": {}}'))).toEqual([
    { subject: "a", text: '{"subject": "a", "x": {}}' },
  ]);
});

test.each([
  ["no UTF-8", new Uint8Array([0xff, 0xfe]), 0],
  ["a list", bytes("- subject: a\n"), 1],
  ["a text that quotes a separator", bytes('subject: "a\\n---\\nsubject: b"\n'), 1],
])("%s names no cloud", (_, input, count) => {
  const parts = splitDocuments(input);
  expect(parts).toHaveLength(count);
  for (const { subject } of parts) expect(["b"]).not.toContain(subject);
});

test("no part holds a word of another document", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("one", "two", "three"), fc.boolean()), { minLength: 1, maxLength: 6 }),
      (made) => {
        const documents = made.map(([name, isFlow], index) => {
          return isFlow ? `{subject: ${name}${index}, log: [x]}\n` : `subject: ${name}${index}\nlog: |\n  x\n`;
        });
        const parts = splitDocuments(bytes(`---\n${documents.join("---\n")}`));
        expect(parts.map(({ subject }) => subject)).toEqual(made.map(([name], index) => `${name}${index}`));
        for (const [index, { text }] of parts.entries()) expect(text.trim()).toBe(documents[index]?.trim());
      },
    ),
  );
});
