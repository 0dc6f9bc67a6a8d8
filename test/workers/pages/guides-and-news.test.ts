import { expect, test } from "vitest";

import { getPage, publishFiles, sendTree, testDocument, type TestFile } from "../publish-tree.ts";

const DOCUMENT = testDocument("scs-0100-v3-flavor-naming", { status: "Draft" }, "## Motivation\n\nNames.");
const guide = (name: string, title: string): TestFile => ({
  path: `guides/certification/${name}.md`,
  kind: "guide",
  text: `---\ntitle: ${title}\n---\n\nHow zebras are tested.\n`,
});
const news = (name: string, title: string): TestFile => ({
  path: `news/${name}.md`,
  kind: "news",
  text: `---\ntitle: ${title}\ndate: 2026-06-11\n---\n\nQuaggas are back.\n`,
});
const ALL = [
  DOCUMENT,
  guide("overview", "All about it"),
  guide("requirements", "What is asked"),
  news("quagga", "Quaggas"),
];

async function text(path: string): Promise<string> {
  const response = await getPage(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

test("guides keep the addresses of today's site, with trailing slash too, and stand in the tree", async () => {
  await publishFiles(ALL);
  const html = await text("/standards/certification/overview");
  expect(html).toContain("How zebras are tested.");
  expect(await text("/standards/certification/overview/")).toBe(html);
  expect(await text("/standards")).toContain('href="/standards/certification/overview"');
});

test("a guide may be called as a page beside a document is", async () => {
  await publishFiles(ALL);
  expect(await text("/standards/certification/requirements")).toContain("What is asked");
  expect(await text("/standards/scs-0100-v3-flavor-naming/requirements")).toContain("This document demands nothing");
});

test("without the guide its old address leads to the clouds", async () => {
  await publishFiles([DOCUMENT]);
  const response = await getPage("/standards/certification/overview");
  expect([response.status, response.headers.get("location")]).toEqual([301, "/certification"]);
});

test("news has a list, pages and a feed, and is found by search and sitemap as guides are", async () => {
  await publishFiles(ALL);
  expect(await text("/news")).toContain('href="/news/quagga"');
  expect(await text("/news/quagga")).toContain("Quaggas are back.");
  expect(await text("/news/feed.xml")).toContain("<title>Quaggas</title>");
  expect(await text("/")).toContain('href="/news/quagga"');
  expect(await text("/search.json?q=zebra")).toContain('"/standards/certification/overview"');
  expect(await text("/search.json?q=quagga&type=news")).toContain('"total":1');
  const sitemap = await text("/sitemap.xml");
  expect(sitemap).toContain("/standards/certification/overview</loc>");
  expect(sitemap).toContain("/news/quagga</loc>");
});

test("what was only sent as a preview is in no list, search, feed or sitemap of the current state", async () => {
  await publishFiles([DOCUMENT]);
  const draft = testDocument(
    "scs-0199-v1-secret",
    { status: "Draft", title: "Okapis" },
    "## Secret\n\nOkapis MUST hide.",
  );
  const preview = await sendTree([...ALL, news("secret", "Okapis"), draft]);
  expect(await text(`/preview/${preview}/news/secret`)).toContain("noindex");
  expect(await text(`/preview/${preview}/standards/certification/overview`)).toContain(`/preview/${preview}/standards`);
  const lists = [
    "/",
    "/news",
    "/news/feed.xml",
    "/feed.xml",
    "/sitemap.xml",
    "/standards",
    "/standards.json",
    "/as-of",
  ];
  const searches = ["/search.json?q=okapi", "/search?q=okapi", "/search.json?q=zebra"];
  const more = ["/standards/iaas/feed.xml", "/requirements", "/requirements.json", "/decisions.json"];
  for (const path of [...lists, ...searches, ...more]) {
    expect(await text(path), path).not.toMatch(/Okapis|secret|quagga|certification\/overview/i);
  }
  for (const path of ["/news/secret", "/standards/scs-0199-v1-secret", "/standards/scs-0199-v1-secret.json"]) {
    expect((await getPage(path)).status, path).toBe(404);
  }
});

test("two guides with the same bytes have a page each, and each links to its own neighbor", async () => {
  const text = "---\ntitle: The same\n---\n\nSee [the other](other.md).\n";
  const twin = (group: string): TestFile => ({ path: `guides/${group}/same.md`, kind: "guide", text });
  const other = (group: string): TestFile => ({
    path: `guides/${group}/other.md`,
    kind: "guide",
    text: `---\ntitle: Other of ${group}\n---\n\nWords.\n`,
  });
  await publishFiles([twin("certification"), twin("process"), other("certification"), other("process")]);
  for (const group of ["certification", "process"]) {
    const html = await (await getPage(`/standards/${group}/same`)).text();
    expect(html).toContain(`href="/standards/${group}/other"`);
  }
});
