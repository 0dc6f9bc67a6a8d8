import * as fc from "fast-check";
import { expect, test } from "vitest";

import { parseMarkdown } from "#core/standards/markdown/parse-markdown.ts";
import { renderMarkdown } from "#core/standards/rendering/render-markdown.ts";
import { markRequirements, numberRequirements } from "#core/standards/requirements/mark-requirements.ts";

function render(markdown: string): string {
  return renderMarkdown(parseMarkdown(markdown), markdown, (url) => url, markRequirements).html;
}

const KEY_WORD = '<em class="rfc2119"><a href="#key-words">MUST</a></em>';

test("a normative sentence is marked with its position, its key words with a link to their definition", () => {
  expect(render("Clouds exist. They MUST work. So be it.")).toBe(
    `<p>Clouds exist. <span class="requirement" data-requirement="0">They ${KEY_WORD} work. </span>So be it.</p>`,
  );
});

test("its number becomes its anchor and a link to itself", () => {
  const html = numberRequirements(render("They MUST work."), [7]);
  expect(html).toBe(
    `<p><span class="requirement" id="R07"><a class="requirement-id" href="#R07" aria-label="Requirement R07">R07</a> They ${KEY_WORD} work.</span></p>`,
  );
});

test("a sentence without a number stays as it is", () => {
  const html = render("They MUST work.");
  expect(numberRequirements(html, [])).toBe(html);
});

test("text that looks like a mark is text", () => {
  const html = numberRequirements(render('`<span class="requirement" data-requirement="0">` and more'), [1]);
  expect(html).not.toContain("R01");
});

test("HTML of an author that looks like a mark is text too", () => {
  const html = numberRequirements(render('<span class="requirement" data-requirement="0">x</span> y'), [1]);
  expect(html).not.toContain("R01");
});

test("a key word inside a link is marked without a second link", () => {
  expect(render("Clouds [MUST work](https://example.org).")).toContain(
    'noopener"><em class="rfc2119">MUST</em> work</a>',
  );
});

test("definition lists, tables and admonitions keep their shape", () => {
  const html = render("Term\n  It MUST be set.\n\n| a | b |\n| - | - |\n| c | MUST |\n\n:::note\nIt MUST hold.\n:::\n");
  expect(html).toContain("<dt>Term</dt>");
  expect(html).toContain(`<dd><span class="requirement" data-requirement="0">It ${KEY_WORD} be set.</span></dd>`);
  expect(html).toContain(`<td><span class="requirement" data-requirement="1">${KEY_WORD}</span></td>`);
  expect(html).toContain('data-requirement="2"');
});

test("marking changes no word of any text", () => {
  const part = fc.constantFrom(
    "MUST",
    "MAY NOT",
    "a",
    "`c`",
    "**b. B**",
    ". ",
    "\n",
    "\n\n",
    "- ",
    "[x](y)",
    "\n\n## H\n\n",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const markdown = parts.join(" ");
      const plain = renderMarkdown(parseMarkdown(markdown), markdown, (url) => url).html;
      expect(words(render(markdown))).toEqual(words(plain));
    }),
  );
});

function words(html: string): string {
  return html.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, "");
}
