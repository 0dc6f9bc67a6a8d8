import * as fc from "fast-check";
import { expect, test } from "vitest";

import { filePathOf, relativeAddress } from "../../../tooling/export/export-path.ts";
import { exportedAddress } from "../../../tooling/export/fetch-site.ts";
import { linksOf, mapLinks } from "../../../tooling/export/page-links.ts";

test("a page is the index of a folder of its name, all else a file", () => {
  expect(filePathOf("/", "", true)).toBe("index.html");
  expect(filePathOf("/standards/scs-0100", "", true)).toBe("standards/scs-0100/index.html");
  expect(filePathOf("/standards.json", "", false)).toBe("standards.json");
  expect(filePathOf("/requirements", "?tested=no", true)).toBe("requirements/tested=no/index.html");
  expect(filePathOf("/badges/a/b.svg", "?style=seal", false)).toBe("badges/a/b~style=seal.svg");
});

test("links lead from file to file, whatever folder the export lies in", () => {
  expect(relativeAddress("standards/scs-0100/index.html", "standards/iaas/index.html")).toBe("../iaas/index.html");
  expect(relativeAddress("index.html", "assets/site.css")).toBe("assets/site.css");
});

test("no address leads out of the folder of the export", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), fc.boolean(), (path, query, isHtml) => {
      const file = filePathOf(`/${path}`, query === "" ? "" : `?${query}`, isHtml);
      expect(file.split("/")).not.toContain("..");
      expect(file).not.toMatch(/^\/|[\\\u0000]/);
    }),
  );
});

test("links are read and replaced in tags only, with their character references", () => {
  const html = '<a href="/x?a=1&amp;b=2">href="/y"</a><img src="/z&#x26;.png"/>';
  expect(linksOf(html)).toEqual(["/x?a=1&b=2", "/z&.png"]);
  expect(mapLinks(html, (link) => `${link}!`)).toBe('<a href="/x?a=1&amp;b=2!">href="/y"</a><img src="/z&amp;.png!"/>');
});

test("parts that need a server, other sites and combined filters are left out", () => {
  const address = (link: string) => exportedAddress(link, "http://site.test", "/standards");
  expect(
    ["/api/v1/sboms", "/as-of/2024-01-01/standards", "/search?q=x", "https://x.test/", "mailto:x@y.z"].map(address),
  ).toEqual(Array(5).fill(undefined));
  expect(address("/sboms?page=2")).toBe("/sboms?page=2");
  expect(address("/sboms?page=2&q=x")).toBe("/sboms");
  expect(address("scs-0100#a")).toBe("/scs-0100");
});

test("the picture for link previews is exported, and keeps its absolute address", () => {
  const html = '<meta property="og:image" content="http://site/standards/a/preview.png"/>';
  expect(linksOf(html)).toEqual(["http://site/standards/a/preview.png"]);
  expect(mapLinks(html, () => "changed")).toBe(html);
});
