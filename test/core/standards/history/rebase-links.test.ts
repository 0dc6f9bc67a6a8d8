import * as fc from "fast-check";
import { expect, test } from "vitest";

import { rebaseLinks } from "#core/standards/history/rebase-links.ts";

const ROOTS = ["/standards", "/decisions"];

function rebase(html: string): string {
  return rebaseLinks(html, "/as-of/2024-03-01", ROOTS);
}

test("links to pages that the state has stay in it", () => {
  expect(rebase('<a class="x" href="/standards/scs-0100#a">x</a>')).toBe(
    '<a class="x" href="/as-of/2024-03-01/standards/scs-0100#a">x</a>',
  );
  expect(rebase('<form action="/decisions?x=1">')).toBe('<form action="/as-of/2024-03-01/decisions?x=1">');
  expect(rebase('<link rel="alternate" href="/standards.json"/>')).toContain("/as-of/2024-03-01/standards.json");
});

test("all other links are left alone", () => {
  for (const link of ["/assets/site.css", "/standards-of-others", "https://x.test/standards/y", "#standards", "/"]) {
    expect(rebase(`<a href="${link}">`)).toBe(`<a href="${link}">`);
  }
});

test("the links to the current page keep leading out", () => {
  const html = '<link rel="canonical" href="/standards/x"/><a rel="latest-version" href="/standards/x">';
  expect(rebase(html)).toBe(html);
});

test("text that looks like an attribute is text", () => {
  const html = '<p title="a > b"> href="/standards/x" <code>&lt;a href="/standards/x"&gt;</code></p>';
  expect(rebase(html)).toBe(html);
});

test("only addresses change, and taking the base away gives the page back", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("<a ", 'href="', "/standards", "/x", '"', ">", " ", "<", "=", "'", "a")),
      (parts) => {
        const html = parts.join("");
        expect(rebase(html).replaceAll("/as-of/2024-03-01", "")).toBe(html);
      },
    ),
  );
});

test("a long page of broken tags takes no longer than its length", () => {
  const html = `<a ${'x="y" '.repeat(20_000)}`;
  expect(rebase(html)).toBe(html);
});

test("a relation is one of the names between its quotation marks", () => {
  const html = '<a rel="noopener canonical" href="/standards/x">';
  expect(rebase(html)).toBe(html);
  expect(rebase('<a rel="next" title="canonical" href="/standards/x">')).toContain('href="/as-of/');
});

test("a tag whose relation has a hundred thousand words is read once", () => {
  const html = `<a rel="${"canonical-".repeat(100_000)}" title="x"`;
  expect(rebase(html)).toBe(html);
});
