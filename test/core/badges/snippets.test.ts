import * as fc from "fast-check";
import { expect, test } from "vitest";

import { badgeQuery, readBadgeOptions } from "#core/badges/read-options.ts";
import { shieldsEndpoint } from "#core/badges/shields-endpoint.ts";
import { addressSegment, badgeSnippets } from "#core/badges/snippets.ts";

import { sampleFaces } from "./sample-faces.ts";

const ADDRESSES = {
  image: "https://certs.example/badges/regio-a/scs-compatible-iaas.svg?theme=dark&lang=de",
  darkImage: undefined,
  statusPage: "https://certs.example/certification/regio-a/scs-compatible-iaas",
  alt: "SCS-compatible IaaS: certification status of Regio A",
  height: 20,
};

test("each language of markup has an image that links to the status page", () => {
  expect(badgeSnippets(ADDRESSES).map(({ text }) => text)).toEqual([
    `<a href="https://certs.example/certification/regio-a/scs-compatible-iaas">
  <img src="https://certs.example/badges/regio-a/scs-compatible-iaas.svg?theme=dark&amp;lang=de" alt="SCS-compatible IaaS: certification status of Regio A" height="20">
</a>`,
    "[![SCS-compatible IaaS: certification status of Regio A](https://certs.example/badges/regio-a/scs-compatible-iaas.svg?theme=dark&lang=de)](https://certs.example/certification/regio-a/scs-compatible-iaas)",
    `.. image:: https://certs.example/badges/regio-a/scs-compatible-iaas.svg?theme=dark&lang=de
   :target: https://certs.example/certification/regio-a/scs-compatible-iaas
   :alt: SCS-compatible IaaS: certification status of Regio A`,
    'image:https://certs.example/badges/regio-a/scs-compatible-iaas.svg?theme=dark&lang=de["SCS-compatible IaaS: certification status of Regio A",link="https://certs.example/certification/regio-a/scs-compatible-iaas"]',
  ]);
});

test("a page with a dark theme gets both images to choose from", () => {
  const [html] = badgeSnippets({ ...ADDRESSES, darkImage: "https://certs.example/d.svg" });
  expect(html?.text).toContain('<source media="(prefers-color-scheme: dark)" srcset="https://certs.example/d.svg">');
});

test("no name of a cloud leaves its place in the markup", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('"]x', "](x)", "</a><script>", "\n:x: y")),
      (alt) => {
        const [html, markdown, rst, asciidoc] = badgeSnippets({ ...ADDRESSES, alt }).map(({ text }) => text);
        expect(html).toMatch(/^<a href="[^"<>]*">\n {2}<img src="[^"<>]*" alt="[^"<>]*" height="20">\n<\/a>$/);
        expect(markdown).toMatch(/^\[!\[(?:[^\\[\]<>\n]|\\.)*\]\([^()\s]+\)\]\([^()\s]+\)$/su);
        expect(rst?.split("\n")).toHaveLength(3);
        expect(asciidoc).toMatch(/^image:[^[\]"\n]+\["[^[\]"\n]*",link="[^[\]"\n]+"\]$/);
      },
    ),
  );
});

test("segments of addresses survive every language of markup", () => {
  expect(addressSegment("a (b)*'!_~/ü")).toBe("a%20%28b%29%2A%27%21%5F%7E%2F%C3%BC");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(addressSegment(text)).toMatch(/^[A-Za-z0-9.%-]*$/);
      expect(decodeURIComponent(addressSegment(text))).toBe(text.toWellFormed());
    }),
  );
});

test("what is not known in a query counts as not given", () => {
  const defaults = { style: "flat", theme: "light", language: "en", label: undefined, scale: 1 };
  expect(readBadgeOptions(new Map() as never)).toEqual(defaults);
  const query = (text: string) => readBadgeOptions(new URLSearchParams(text));
  expect(query("style=__proto__&theme=DARK&lang=fr&size=99x")).toEqual(defaults);
  expect(query("style=seal&theme=auto&lang=de&label=%20&size=3x")).toEqual({
    style: "seal",
    theme: "auto",
    language: "de",
    label: " ",
    scale: 3,
  });
  expect(query(`label=${"x".repeat(10_000)}`).label).toHaveLength(400);
});

test("a query that was written is read again", () => {
  const options = { style: "plastic", theme: "dark", language: "de", label: "a&b=c d", scale: 2 } as const;
  expect(readBadgeOptions(new URLSearchParams(badgeQuery(options).slice(1)))).toEqual(options);
  expect(badgeQuery({ style: "flat", theme: "light", language: "en", scale: 1 })).toBe("");
});

test("what shields.io reads has a color, and errors are marked as such", () => {
  for (const face of sampleFaces()) {
    const endpoint = shieldsEndpoint(face);
    expect(endpoint).toMatchObject({ schemaVersion: 1, label: face.label, message: face.message });
    expect(endpoint.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(endpoint.isError === true).toBe(/^(?:un(?:known|available)|refused)/.test(face.kind));
  }
});
