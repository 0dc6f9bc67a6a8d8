import { array, assert, constantFrom, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";

import { linksOf, mapLinks } from "../../../tooling/export/page-links.ts";
import { mapStyleLinks } from "../../../tooling/export/style-links.ts";

const shout = (link: string): string => link.toUpperCase();

test.each([
  ["a value in single quotes", "<a href='/x&apos;y'>", "<a href='/X&#39;Y'>"],
  ["a value without quotes", "<a href=/x>", '<a href="/X">'],
  ["spaces around the sign", '<a  href =  "/x"  id=y>', '<a  href =  "/X"  id=y>'],
  ["a name in capitals", '<A HREF="/x">', '<A HREF="/X">'],
  ["the first of two attributes of a name", '<a href="/x" href="/y">', '<a href="/X" href="/y">'],
  ["a sign of larger in a value", '<a title=">" href="/x">', '<a title=">" href="/X">'],
  ["a drawing", '<svg><use xlink:href="#a"/></svg>', '<svg><use xlink:href="#A"/></svg>'],
  ["a template", '<template><a href="/x"></a></template>', '<template><a href="/X"></a></template>'],
  ["a page without scripts", '<noscript><img src="/x"></noscript>', '<noscript><img src="/X"></noscript>'],
  ["a set of pictures", '<img srcset="/a 1x, /b,c.png 2x ,/d">', '<img srcset="/A 1x, /B,C.PNG 2x ,/D">'],
  [
    "a page that leads on",
    `<meta http-equiv=refresh content="0; url='/x'">`,
    `<meta http-equiv=refresh content="0; url='/X'">`,
  ],
  ["a page in a page", `<iframe srcdoc="<a href='/x'>">`, `<iframe srcdoc="<a href='/X'>">`],
  ["a style of an element", '<p style="background:url(/x)">', '<p style="background:url(&quot;/X&quot;)">'],
  ["a style of a page", "<style>a{b:url('/x')}</style>", "<style>a{b:url('/X')}</style>"],
  ["a button", '<button formaction="/x">', '<button formaction="/X">'],
  ["elements that the parser repeats", '<b><a href="/x"><p>y</b>z', '<b><a href="/X"><p>y</b>z'],
])("an address is replaced in %s, and nothing else changes", (_, html, expected) => {
  expect(mapLinks(html, shout)).toBe(expected);
});

test.each([
  ["a script", `<script>const a = '<a href="/x">';</script>`],
  ["a comment", '<!-- <a href="/x"> -->'],
  ["a text field", '<textarea><a href="/x"></textarea>'],
  ["a title", '<title><a href="/x"></title>'],
  ["text", "a &lt;a href=&quot;/x&quot;&gt; <pre>\r\nurl(/x)</pre>"],
  ["another attribute", `<p data-href="/x" title='href="/x"'>`],
  ["a style's comment", "<style>/* url(/x) */ a::before{content:'/x'}</style>"],
])("what only looks like an address stays in %s", (_, html) => {
  expect(mapLinks(html, shout)).toBe(html);
  expect(linksOf(html)).toEqual([]);
});

test("a style sheet's addresses are replaced in all their forms", () => {
  const css = `@import "/a.css" screen; @font-face{src:URL( /b\\2e woff ) format("woff")} a{b:image-set("/c" 1x type("/d"))}`;
  expect(mapStyleLinks(css, shout)).toBe(
    `@import "/A.CSS" screen; @font-face{src:url("/B.WOFF") format("woff")} a{b:image-set("/C" 1x type("/d"))}`,
  );
});

test("whatever a page is made of, its bytes stay where no address changes", () => {
  const piece = constantFrom(
    "<",
    ">",
    "</",
    "/>",
    "a",
    " ",
    '"',
    "'",
    "=",
    "&amp;",
    "<a href=",
    "<style>",
    "url(",
    ")",
    "<!--",
    "-->",
    "<svg>",
    "<p>",
    "</p>",
    "<table>",
    "\r\n",
    "\0",
  );
  assert(
    property(array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join("");
      expect(mapLinks(html, (link) => link)).toBe(html);
    }),
    { numRuns: 2_000 },
  );
});

test("an address that was written is read again as it was meant", () => {
  const quote = constantFrom('"', "'", "");
  assert(
    property(tuple(quote, string({ unit: "grapheme" })), ([mark, link]) => {
      const written = mapLinks(`<a href=${mark}/x${mark}>`, () => link);
      // HTML reads every line ending as one line feed, and knows no null.
      expect(linksOf(written)).toEqual([link.replaceAll("\0", "\uFFFD")]);
    }),
    { numRuns: 500 },
  );
});
