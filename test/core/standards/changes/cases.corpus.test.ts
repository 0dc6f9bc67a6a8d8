// Node only: reads ../shared/corpus, and skips when it is not there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { checkChange } from "#core/standards/changes/check-change.ts";
import { judgeChange, type DocumentFile } from "#core/standards/changes/judge-change.ts";
import type { Verdict as ChangeVerdict } from "#core/standards/changes/verdict.ts";

import type { Verdict } from "./bounds/sentence-table.ts";
import { stable } from "./sample-tree.ts";

const CASES = join(import.meta.dirname, "../../../../../shared/corpus/cases/changes");
const isThere = existsSync(CASES);

interface Case {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly verdict: Verdict;
}

function read(file: string): readonly Case[] {
  if (!isThere) return [];
  const { cases }: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(join(CASES, file), "utf8"));
  return cases;
}

const [SENTENCES, STRUCTURES] = [read("sentences.json"), read("structures.json")];

function inWord({ requirements }: ChangeVerdict): Verdict {
  const effects = requirements.map(({ effect }) => effect);
  if (effects.includes("tightens")) return "MORE";
  if (effects.includes("unclear")) return "UNCLEAR";
  return effects.includes("relaxes") ? "LESS" : "SAME";
}

function judge({ before, after }: Case): ChangeVerdict {
  const path = "Standards/scs-0100-v1-one.md";
  const side = (body: string): DocumentFile[] => [{ path, bytes: new TextEncoder().encode(stable(body)) }];
  return judgeChange(side(before), side(after));
}

describe.runIf(isThere)("the cases of the corpus (skipped without ../shared/corpus)", () => {
  test.each(SENTENCES)("sentence $id: $verdict", (one) => {
    const verdict = judge(one);
    const word = inWord(verdict);
    // What asks for more never passes, the same is never refused, and who cannot tell asks.
    if (one.verdict === "MORE" || one.verdict === "UNCLEAR") expect(["MORE", "UNCLEAR"]).toContain(word);
    else expect(word).not.toBe("MORE");
    if (one.verdict === "SAME") expect(verdict.allowed).toBe(true);
  });

  test("at most one sentence in twenty that asks for more or less is left to people", () => {
    const decided = SENTENCES.filter(({ verdict }) => verdict === "MORE" || verdict === "LESS");
    const open = decided.filter((one) => inWord(judge(one)) === "UNCLEAR");
    expect(open.length).toBeLessThanOrEqual(decided.length / 20);
  });

  test.each(STRUCTURES)("structure $id: $verdict", (one) => {
    expect(inWord(judge(one))).toBe(one.verdict);
  });

  test.each([
    ["b01-no-less-than-lo-hi", false],
    ["b03-not-fewer-lo-hi", false],
    ["b05-not-below-lo-hi", false],
    ["b08-or-more-hi-lo", true],
    ["b11-maximum-lo-hi", true],
    ["d01-no-fewer-than-lo-hi", false],
    ["r01-0103-row", false],
    ["t01-table-number", false],
    ["placeholder-gate", false],
  ])("%s: allowed is %s", (folder, allowed) => {
    expect(judgeFolder(folder).allowed).toBe(allowed);
  });

  test.each([
    ["p01-supplement-old-status", "edit-supplement", true],
    ["p02-duplicate-number-repair", "rename", true],
    ["p04-deprecate-without-replaced-by", "deprecate", false],
    ["p07-number-gap", "add-document", true],
    ["p08-crlf-only", "line-ends-only", true],
  ])("%s is %s, allowed: %s", async (folder, kind, allowed) => {
    const [base, head] = [sideOf(folder, "base"), sideOf(folder, "head")];
    const { verdict, counts } = await checkChange(
      { documents: base },
      { documents: head },
      { withStyle: false, isComplete: true },
    );
    expect([verdict.kind, verdict.allowed]).toEqual([kind, allowed]);
    expect(verdict.newErrors).toBe(counts.error);
  });

  test("a link of a demand that leads to another version is not passed over", () => {
    const { reasons } = judgeFolder("t20-link-target");
    expect(reasons.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toEqual(["warning change/tightening"]);
  });
});

function judgeFolder(folder: string): ChangeVerdict {
  return judgeChange(sideOf(folder, "base"), sideOf(folder, "head"));
}

function sideOf(folder: string, side: "base" | "head"): DocumentFile[] {
  return readdirSync(join(CASES, folder, side)).map((file) => ({
    path: `Standards/${file}`,
    bytes: readFileSync(join(CASES, folder, side, file)),
  }));
}
