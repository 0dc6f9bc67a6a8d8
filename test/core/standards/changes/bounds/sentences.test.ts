import { describe, expect, test } from "vitest";

import { judgeSentence } from "#core/standards/changes/bounds/judge-sentence.ts";
import type { RequirementEffect } from "#core/standards/changes/requirement-row.ts";

import { EVERYDAY_SENTENCES, SENTENCES, type Verdict } from "./sentence-table.ts";

const VERDICT: Readonly<Record<RequirementEffect, Verdict>> = {
  tightens: "MORE",
  relaxes: "LESS",
  none: "SAME",
  unclear: "UNCLEAR",
};

describe("the table of sentences", () => {
  test.each(SENTENCES)("$verdict: $before → $after", ({ verdict, before, after }) => {
    const judged = VERDICT[judgeSentence(before, after).effect];
    if (judged !== "UNCLEAR") expect(judged).toBe(verdict);
  });

  test.each(SENTENCES.filter(({ verdict }) => verdict === "LESS" || verdict === "MORE"))(
    "the way back never passes for the way there: $after → $before",
    ({ verdict, before, after }) => {
      const back = VERDICT[judgeSentence(after, before).effect];
      // What asks for less may be asking for other things as well, so its way back is left to its own line.
      if (verdict === "LESS") expect(["MORE", "UNCLEAR"]).toContain(back);
    },
  );

  test("at most one in ten of the everyday ones is left to people", () => {
    const decided = EVERYDAY_SENTENCES.filter(({ verdict }) => verdict !== "UNCLEAR");
    const open = decided.filter(({ before, after }) => judgeSentence(before, after).effect === "unclear");
    expect(SENTENCES.length).toBeGreaterThanOrEqual(300);
    expect(open.length).toBeLessThanOrEqual(decided.length / 10);
  });
});

describe("what two versions of a sentence are", () => {
  test.each(["", " ", "`", "MUST", "(((", "at least", "no no no 5", "\u0000", "½½½", "1,2.3'4e5", "MUST MUST MUST"])(
    "any text is compared with any other: %j",
    (text) => {
      expect(judgeSentence(text, text).effect).toBe("none");
      expect(() => judgeSentence(text, `${text} MUST be at least 5.`)).not.toThrow();
    },
  );

  test("a text that is too long is left to people", () => {
    const long = "A node MUST run and ".repeat(400);
    expect(judgeSentence(`${long} 5.`, `${long} 6.`).effect).toBe("unclear");
  });

  test("the evidence names what changed", () => {
    expect(judgeSentence("It MUST last at most 4 months.", "It MUST last at most 3 months.").evidence).toBe(
      "4 months became 3 months",
    );
    expect(judgeSentence("It MUST run.", "It MUST run if it can.").evidence).toBe('new words: "if it can"');
  });
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("%s is a word like others", (word) => {
  const sentence = (count: string): string =>
    `The ${word} MUST ${word} at least ${count} ${word} ${word} a year ${word}.`;
  expect(judgeSentence(sentence("2"), sentence("2")).effect).toBe("none");
  expect(judgeSentence(sentence("2"), sentence("3")).effect).not.toBe("relaxes");
});
