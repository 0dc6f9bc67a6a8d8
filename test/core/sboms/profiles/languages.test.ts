import { expect, test } from "vitest";

import { PROFILES } from "#core/sboms/profiles/index.ts";
import { remedyFor } from "#core/sboms/profiles/profile.ts";

const KINDS = ["CycloneDX", "SPDX", "SPDX3"] as const;

/** Sentences may be the same in both languages only where they name nothing but members. */
const rules = PROFILES.flatMap(({ id, rules: ofProfile }) =>
  ofProfile.map((rule) => ({ name: `${id}/${rule.id}`, rule })),
);

test.each(rules)("$name speaks English and German, for every format", ({ rule }) => {
  for (const wording of [rule.title, ...KINDS.map((kind) => remedyFor(rule.remedy, kind))]) {
    expect(wording.en.trim()).not.toBe("");
    expect(wording.de.trim()).not.toBe("");
  }
  for (const kind of KINDS) {
    const { en, de } = remedyFor(rule.remedy, kind);
    expect(de).not.toBe(en);
    // What is to be written is the same in both.
    const literals = (text: string) => [...text.matchAll(/`[^`]*`/g)].map(([literal]) => literal.toLowerCase()).sort();
    expect(literals(de).length).toBe(literals(en).length);
  }
  expect(rule.clause).not.toBe("");
});

test("rules are named once in a profile", () => {
  for (const profile of PROFILES) {
    const ids = profile.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
