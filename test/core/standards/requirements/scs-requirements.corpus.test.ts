// The real SCS documents; skipped where ../shared/corpus is not beside the repository.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { compareTexts } from "#core/standards/comparison/compare-texts.ts";
import { readBlocks } from "#core/standards/comparison/read-blocks.ts";
import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";
import { assignNumbers } from "#core/standards/requirements/assign-numbers.ts";
import { compareRequirements } from "#core/standards/requirements/compare-requirements.ts";
import { markRequirements, numberRequirements } from "#core/standards/requirements/mark-requirements.ts";
import type { NormativeSentence } from "#core/standards/requirements/normative-sentence.ts";

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/scs/standards-repo/Standards");

function render(text: string): { html: string; sentences: readonly NormativeSentence[] } {
  let sentences: readonly NormativeSentence[] = [];
  const { html } = renderMarkdown(
    parseMarkdown(text),
    text,
    (url) => url,
    (root) => {
      sentences = markRequirements(root);
    },
  );
  return { html, sentences };
}

function read(name: string): string {
  return readFileSync(join(CORPUS, name), "utf8");
}

describe.skipIf(!existsSync(CORPUS))("the documents of SCS (skipped without ../shared/corpus)", () => {
  test("have 346 normative sentences in 50 documents, each with exactly one anchor", () => {
    const names = readdirSync(CORPUS).filter((name) => /^scs-\d.*\.md$/.test(name));
    const rendered = names.map((name) => render(read(name)));
    for (const { html, sentences } of rendered) {
      const ids = [...numberRequirements(html, assignNumbers([], sentences)).matchAll(/ id="(R\d+)"/g)];
      expect(new Set(ids.map((match) => match[1])).size).toBe(sentences.length);
    }
    const counts = rendered.map(({ sentences }) => sentences.length).filter((count) => count > 0);
    expect(counts.length).toBe(50);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(346);
  });

  test("flavor naming v2 and v3 differ in blocks and words; one requirement changed, one is new", () => {
    const before = render(read("scs-0100-v2-flavor-naming.md"));
    const after = render(read("scs-0100-v3-flavor-naming.md"));
    const [left, right] = [readBlocks(before.html), readBlocks(after.html)];
    const diff = compareTexts(left, right);
    expect(diff.flatMap((block) => ("before" in block ? [block.before] : []))).toEqual(left);
    expect(diff.flatMap((block) => ("after" in block ? [block.after] : []))).toEqual(right);
    expect(diff.filter(({ kind }) => kind === "same").length).toBeGreaterThan(100);
    const kinds = Map.groupBy(compareRequirements(before.sentences, after.sentences), ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length]))).toEqual({ changed: 1, added: 1 });
  });
});
