/** Outside documents and test cases link to headings of the SCS documents: their ids are those of the site of today. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

import GithubSlugger from "github-slugger";
import type { Heading } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";

const FOLDER = "../shared/corpus/scs/standards-repo/Standards";

/** As Docusaurus names them: the words of the heading as GitHub writes them, `-1` behind the second of a name. */
function expectedIds(text: string): string[] {
  const slugger = new GithubSlugger();
  const ids: string[] = [];
  visit(parseMarkdown(text), "heading", (heading: Heading) => void ids.push(slugger.slug(toString(heading))));
  return ids;
}

test.skipIf(!existsSync(FOLDER))(
  "all 1,048 heading ids are those of the site of today (needs ../shared/corpus)",
  () => {
    let count = 0;
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "README.md");
    expect(files).toHaveLength(104);
    for (const name of files) {
      const text = readFileSync(`${FOLDER}/${name}`, "utf8");
      const { html, toc } = renderMarkdown(parseMarkdown(text), text, (url) => url);
      const ids = [...html.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id]) => id);
      const own = ids.filter((id) => id !== "footnote-label");
      expect([name, own]).toEqual([name, expectedIds(text)]);
      expect(toc.map(({ id }) => id)).toEqual(own);
      count += own.length;
    }
    expect(count).toBe(1048);
  },
);
