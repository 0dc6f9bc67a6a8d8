import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown, type RenderedMarkdown } from "#core/standards/rendering/render-markdown.ts";

function render(source: string): RenderedMarkdown {
  return renderMarkdown(parseMarkdown(source), source, (url) => url.replace(/^(?:\.\/)?([\w-]+)\.md/, "/standards/$1"));
}

test.each([
  ["front matter is not part of the body", "---\ntitle: x\n---\n\ntext", "<p>text</p>"],
  [
    "a heading carries its anchor and a link to itself",
    "## The `Text`",
    '<h2 id="the-text">The <code>Text</code><a class="heading-anchor" href="#the-text" aria-label="Link to section “The Text”">#</a></h2>',
  ],
  [
    "a relative link to a document leads to its page, anchor included",
    "[a](./scs-0100-v3-flavor-naming.md#x) [b](scs-0103-v1-y.md)",
    '<p><a href="/standards/scs-0100-v3-flavor-naming#x">a</a> <a href="/standards/scs-0103-v1-y">b</a></p>',
  ],
  [
    "a link that leaves the site says so",
    "[a](https://scs.community)",
    '<p><a href="https://scs.community" rel="external noopener">a</a></p>',
  ],
  [
    "a term with an indented meaning is a definition list, neighbors join it",
    "Term (abbr. T)\n  Meaning of\n  the term.\n\nOther\n  Its *meaning*",
    "<dl>\n<dt>Term (abbr. T)</dt>\n<dd>Meaning of\nthe term.</dd>\n<dt>Other</dt>\n<dd>Its <em>meaning</em></dd>\n</dl>",
  ],
  ["two lines that only happen to follow each other stay a paragraph", "One line\nanother", "<p>One line\nanother</p>"],
  [
    "an admonition has a title in words",
    ":::note\nHear.\n:::",
    '<div class="admonition admonition-note" role="note"><p class="admonition-title">Note</p><p>Hear.</p></div>',
  ],
  ...(["Note", "Tip", "Important", "Warning", "Caution"] as const).map(
    (word) =>
      [
        `an alert of a code host is a note with its title: ${word}`,
        `> [!${word.toUpperCase()}]\n> Hear *this*.\n>\n> And that.`,
        `<div class="admonition admonition-${word === "Important" ? "info" : word.toLowerCase()}" role="note">\n<p class="admonition-title">${word}</p>\n<p>Hear <em>this</em>.</p>\n<p>And that.</p>\n</div>`,
      ] as [string, string, string],
  ),
  [
    "what only begins like an alert is a quotation",
    "> [!NOTE] that",
    "<blockquote>\n<p>[!NOTE] that</p>\n</blockquote>",
  ],
  ["an alert of no kind is a quotation", "> [!SPOILER]\n> x", "<blockquote>\n<p>[!SPOILER]\nx</p>\n</blockquote>"],
  [
    "an admonition may bring its own title",
    ":::tip[Look *here*]\nHear.\n:::",
    '<div class="admonition admonition-tip" role="note"><p class="admonition-title">Look <em>here</em></p><p>Hear.</p></div>',
  ],
  [
    "colons in prose are text",
    "SCS-2C:4:10n and [scs:encrypted] at 12:30",
    "<p>SCS-2C:4:10n and [scs:encrypted] at 12:30</p>",
  ],
  ["a container with an unknown name is text", ":::spoiler\nx\n:::", "<p>:::spoiler\nx\n:::</p>"],
  [
    "code in a known language is colored by classes, and the block takes the keyboard focus",
    '```bash\necho "x"\n```',
    '<pre tabindex="0"><code class="language-bash"><span class="hljs-built_in">echo</span> <span class="hljs-string">"x"</span>\n</code></pre>',
  ],
  [
    "code in an unknown language stays plain",
    "```tree\na\n```",
    '<pre tabindex="0"><code class="language-tree">a\n</code></pre>',
  ],
  ["HTML is shown as the text that it is", "a <b>x</b>", "<p>a &#x3C;b>x&#x3C;/b></p>"],
  ["comments vanish", "a\n\n<!-- not for readers -->\n\nb", "<p>a</p>\n<p>b</p>"],
  ["a script is text", "<script>alert(1)</script>", "<p>&#x3C;script>alert(1)&#x3C;/script></p>"],
  ["a javascript: address is no link", "[a](javascript:alert(1))", "<p><a>a</a></p>"],
  [
    "an image is a link to it, never a request to another server",
    "![a cat](https://example.org/cat.png)",
    '<p><a href="https://example.org/cat.png" rel="external noopener">Image: a cat</a></p>',
  ],
])("%s", (_name, source, html) => {
  expect(render(source).html.trim()).toBe(html);
});

test("a table scrolls inside a region that has a name and takes the focus", () => {
  const { html } = render("| a | b |\n| --- | :-: |\n| 1 | 2 |");
  expect(html).toContain('<div class="table-scroll" role="region" aria-label="Table 1" tabindex="0"><table>');
  expect(html).toContain('<td align="center">2</td>');
});

test("a footnote whose lines are wrapped and indented stays one paragraph", () => {
  const { html } = render("A sentence.[^a]\n\n[^a]: Load is what matters\n    and not the ratio\n    as such\n");
  expect(html).toContain("Load is what matters\nand not the ratio\nas such");
  expect(html).not.toContain("<dl>");
});

test("footnotes keep the ids that other sites link to", () => {
  const { html } = render("text[^a]\n\n[^a]: note");
  expect(html).toContain('href="#user-content-fn-a" id="user-content-fnref-a"');
  expect(html).toContain('<h2 id="footnote-label">Footnotes</h2>');
  expect(html).toContain('<li id="user-content-fn-a">');
});

test("headings of the same text are numbered, and the table of contents knows them all", () => {
  expect(render("## A\n\n### B!\n\n## A").toc).toEqual([
    { depth: 2, id: "a", text: "A" },
    { depth: 3, id: "b", text: "B!" },
    { depth: 2, id: "a-1", text: "A" },
  ]);
});

test("whatever the author writes, nothing that runs comes out", () => {
  const pieces = fc.constantFrom(
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "[a](",
    "javascript:alert(1)",
    ")",
    "![",
    "](data:text/html,x)",
    "<svg/onload=alert(1)>",
    "`",
    "```html\n",
    ":::note[",
    "]\n",
    ":::",
    "\n\n",
    "| a |\n| - |\n",
    "[^1]",
    "[^1]: ",
    "<!--",
    "-->",
    "# ",
    "- ",
    "> ",
    "&lt;script&gt;",
    "> [!NOTE]\n",
    "> [!CAUTION]\n> ",
    "\u0000",
    "[x]: javascript:x\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const { html } = render(parts.join(""));
      // Inside a quoted attribute value a `<` is only a character.
      const tags = html.replaceAll(/"[^"]*"/g, '""');
      expect(tags).not.toMatch(/<(?:script|img|svg|iframe|style|object|embed|form)\b/i);
      expect(tags).not.toMatch(/<[^>]*\son\w+\s*=/i);
      expect(html).not.toMatch(/<[^>]*\b(?:href|src)="\s*(?:javascript|data|vbscript):/i);
    }),
    { numRuns: 300 },
  );
});

test("rows of tables can be linked to, and never take the name of a heading", () => {
  const table = "| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n";
  const text = `# Table 2 row 1\n\n${table}\n${table}`;
  const { html } = renderMarkdown(parseMarkdown(text), text, (url) => url);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["table-2-row-1", "table-1-row-1", "table-1-row-2", "table-2-row-2"]);
});
