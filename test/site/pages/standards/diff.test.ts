import { describe, expect, test } from "vitest";

import { compareTexts } from "#core/standards/comparison/compare-texts.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";
import { compareRequirements } from "#core/standards/requirements/compare-requirements.ts";
import { diffPage, type DiffView, type NumberedRequirement } from "#site/pages/standards/diff.tsx";

import { headingSkips, policyViolations, textOf } from "../../inspect-html.ts";
import { sampleDocument, SITE } from "../../sample-site.ts";

const BEFORE =
  '<h2 id="a">Names</h2><p>One.</p><p>Two.</p><p>Three.</p><p>Names <strong>SHOULD</strong> be short &#x26; <code>a&#x3C;b</code>.</p><p>Old.</p>';
const AFTER =
  '<h2 id="a">Names</h2><p>One.</p><p>Two.</p><p>Three.</p><p>Names <strong>MUST</strong> be short &#x26; <code>a&#x3C;b</code>.</p><ul><li><a href="javascript:x">Odd</a></li></ul>';

function requirement(number: number, level: "MUST" | "SHOULD", text: string): NumberedRequirement {
  return { number, level, keyWords: [level], text, line: 1 };
}

function page(view: DiffView = "inline", before = BEFORE, after = AFTER): string {
  return diffPage({
    site: SITE,
    before: sampleDocument("sam-0100-v1-names"),
    after: sampleDocument("sam-0100-v2-names", { title: "Names" }),
    diff: compareTexts(readBlocks(before), readBlocks(after)),
    requirements: compareRequirements(
      [requirement(1, "SHOULD", "Names SHOULD be short."), requirement(2, "MUST", "Old things MUST go away.")],
      [requirement(1, "MUST", "Names MUST be short.")],
    ),
    view,
  });
}

describe("a comparison", () => {
  test("shows the words that changed with their marks, in place", () => {
    expect(page()).toContain(
      "Names <del><strong>SHOULD</strong></del><ins><strong>MUST</strong></ins> be short &amp; <code>a&lt;b</code>.",
    );
  });

  test("folds unchanged blocks away, except those beside a change", () => {
    expect(textOf(page())).toContain("3 unchanged blocks");
  });

  test("lists what became of the requirements, the graver first", () => {
    const text = textOf(page());
    expect(text).toContain("Raised R01 Names SHOULD be short. R01 Names MUST be short.");
    expect(text.indexOf("Raised")).toBeLessThan(text.indexOf("Removed"));
  });

  test("side by side shows what was removed on the left only, and what was added on the right only", () => {
    const html = page("side-by-side");
    expect(html).toContain(
      '<div><p class="diff-paragraph"><del>Old.</del></p></div><div><p class="diff-item diff-depth-1"><ins>Odd</ins></p></div>',
    );
    expect(html).toContain("<del><strong>SHOULD</strong></del> be short");
    expect(html).toContain("<ins><strong>MUST</strong></ins> be short");
  });

  test("links only to addresses of the web and of the site", () => {
    expect(page()).not.toContain("javascript:");
  });

  test("of a text with itself says that there is no difference", () => {
    expect(textOf(page("inline", BEFORE, BEFORE))).toContain("Both texts are the same.");
  });

  test.each(["inline", "side-by-side"] as const)(
    "%s has headings in order and nothing that the policy refuses",
    (view) => {
      expect(headingSkips(page(view))).toEqual([]);
      expect(policyViolations(page(view))).toEqual([]);
    },
  );
});
