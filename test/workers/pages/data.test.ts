import { expect, test } from "vitest";

import { getPage, publishFiles, sendTree, testDocument } from "../publish-tree.ts";

const V1 = testDocument(
  "scs-0100-v1-flavors",
  { title: "Flavors", status: "Deprecated", stabilized_at: "2022-01-01", deprecated_at: "2023-10-31" },
  "## Motivation\n\nOne.",
);
const V2 = testDocument(
  "scs-0100-v2-flavors",
  { title: "Flavors & names", status: "Stable", stabilized_at: "2023-06-14", replaces: "[scs-0100-v1-flavors.md]" },
  "## Motivation\n\nTwo.\n\n### Details",
);
const DECISION = testDocument("scs-0200-v1-tool", { title: "Tool", type: "Decision Record", track: "KaaS" }, "Text.");

async function json(path: string): Promise<Record<string, unknown>> {
  const response = await getPage(path);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]{32}"$/);
  return response.json();
}

async function xml(path: string): Promise<string> {
  const response = await getPage(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test("the overview as data has every document with its phase, by track and number", async () => {
  await publishFiles([V1, V2, DECISION]);
  expect(await json("/standards.json")).toMatchObject({
    tracks: [
      {
        id: "IaaS",
        href: "/standards/iaas",
        json: "/standards/iaas.json",
        numbers: [
          {
            id: "scs-0100",
            current: "scs-0100-v2-flavors",
            versions: [
              { id: "scs-0100-v1-flavors", phase: "deprecated", deprecatedAt: "2023-10-31" },
              { id: "scs-0100-v2-flavors", phase: "effective", version: 2 },
            ],
          },
        ],
      },
      { id: "KaaS" },
    ],
  });
});

test("track, number and decisions have data under their own address", async () => {
  await publishFiles([V1, V2, DECISION]);
  expect(await json("/standards/iaas.json")).toMatchObject({ id: "IaaS" });
  expect(await json("/standards/iaas/scs-0100.json")).toMatchObject({ id: "scs-0100" });
  expect(await json("/standards/scs-0100.json")).toMatchObject({ id: "scs-0100" });
  expect(await json("/decisions.json")).toMatchObject({ decisions: [{ id: "scs-0200-v1-tool", phase: "unstated" }] });
});

test("a document as data has its front matter, its sections and what it is tied to", async () => {
  await publishFiles([V1, V2]);
  expect(await json("/standards/scs-0100-v1-flavors.json")).toMatchObject({
    id: "scs-0100-v1-flavors",
    status: "Deprecated",
    source: "/standards/scs-0100-v1-flavors.md",
    sections: [{ depth: 2, anchor: "motivation", title: "Motivation" }],
    edges: { replaces: [], replacedBy: ["scs-0100-v2-flavors"], supplements: [], supplementTo: [] },
  });
});

test("linked data names the document, its publisher and its successor by absolute addresses", async () => {
  await publishFiles([V1, V2]);
  const data = await json("/standards/scs-0100-v1-flavors.jsonld");
  expect(data).toMatchObject({
    "@context": "https://schema.org",
    "@id": "http://stele.test/standards/scs-0100-v1-flavors",
    expires: "2023-10-31",
    "http://purl.org/dc/terms/isReplacedBy": [{ "@id": "http://stele.test/standards/scs-0100-v2-flavors" }],
  });
});

test("data of a past day stays in that day", async () => {
  await publishFiles([V1], "2023-01-10T12:00:00Z");
  await publishFiles([V1, V2]);
  expect(await json("/as-of/2023-02-01/standards/scs-0100-v1-flavors.json")).toMatchObject({
    date: "2023-02-01",
    phase: "effective",
    upcoming: { phase: "deprecated", on: "2023-10-31" },
    href: "/as-of/2023-02-01/standards/scs-0100-v1-flavors",
    edges: { replacedBy: [] },
  });
});

test("data of what is not there is a problem", async () => {
  await publishFiles([V1]);
  for (const path of ["/standards/nothing.json", "/standards/iaas/scs-0999.json", "/standards/nothing.jsonld"]) {
    const response = await getPage(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
});

test("the same data is not sent twice", async () => {
  await publishFiles([V1]);
  const etag = (await getPage("/standards.json")).headers.get("etag") ?? "";
  expect((await getPage("/standards.json", { "if-none-match": etag })).status).toBe(304);
});

test("feeds tell what each publish changed, newest first: of the site, a track, a document", async () => {
  await publishFiles([V1], "2023-01-10T12:00:00Z");
  await publishFiles([V1, DECISION], "2023-02-10T12:00:00Z");
  await publishFiles([V1, V2, { ...DECISION, text: DECISION.text.replace("Text.", "Other text.") }]);
  const titles = async (path: string) =>
    [...(await xml(path)).matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
  expect((await titles("/feed.xml")).slice(1)).toEqual([
    "SCS-0100 v2 Flavors &amp; names: added, stable since 2023-06-14",
    "SCS-0200 v1 Tool: text changed",
    "SCS-0200 v1 Tool: added",
    "SCS-0100 v1 Flavors: added, stable since 2022-01-01",
  ]);
  expect((await titles("/standards/kaas/feed.xml")).slice(1)).toEqual([
    "SCS-0200 v1 Tool: text changed",
    "SCS-0200 v1 Tool: added",
  ]);
  expect((await titles("/standards/scs-0100-v1-flavors/feed.xml")).slice(1)).toEqual([
    "SCS-0100 v1 Flavors: added, stable since 2022-01-01",
  ]);
});

test("publishing the same again is no change, and a preview is in no feed and no sitemap", async () => {
  await publishFiles([V1]);
  const before = await xml("/feed.xml");
  await publishFiles([V1]);
  await sendTree([V1, V2]);
  expect(await xml("/feed.xml")).toBe(before);
  expect(await xml("/sitemap.xml")).not.toContain("scs-0100-v2");
});

test("the sitemap lists every page with its last change, and robots.txt leads to it", async () => {
  await publishFiles([V1], "2023-01-10T12:00:00Z");
  await publishFiles([V1, V2]);
  const sitemap = await xml("/sitemap.xml");
  expect(sitemap).toContain(
    "<loc>http://stele.test/standards/scs-0100-v1-flavors</loc><lastmod>2023-01-10T12:00:00.000Z</lastmod>",
  );
  expect(sitemap).toContain("<loc>http://stele.test/standards/iaas/scs-0100</loc>");
  expect(await xml("/robots.txt")).toContain("Sitemap: http://stele.test/sitemap.xml");
});

test("before the first publish, feeds, data and sitemap are empty and whole", async () => {
  expect(await xml("/feed.xml")).toContain("</feed>");
  expect(await json("/standards.json")).toMatchObject({ tracks: [] });
  expect(await xml("/sitemap.xml")).toContain("</urlset>");
});

test("overview and scopes are linked data too: collections of the documents that are published", async () => {
  const scope = {
    path: "scopes/sample.yaml",
    kind: "scope",
    text: `name: Sample
uuid: 50393e6f-2ae1-4c5c-a62c-3b75f2abef3f
scripts:
  - executable: ./t.py
    testcases: [{ id: scs-0100-t, description: T., url: "https://docs.example.org/standards/scs-0100-v2-flavors#details" }]
modules:
  - { id: m, url: "https://docs.example.org/standards/scs-0100-v2-flavors", targets: { main: [scs-0100-t] } }
  - { id: n, url: "https://docs.example.org/standards/scs-0999-v1-elsewhere", targets: { main: [scs-0100-t] } }
timeline: []
versions: [{ version: v1, stabilized_at: 2024-01-01, include: [m, n] }]
`,
  };
  await publishFiles([V1, V2, scope]);
  const document = "http://stele.test/standards/scs-0100-v2-flavors";
  const overview = await json("/standards.jsonld");
  expect(overview).toMatchObject({ "@type": "Collection", "@id": "http://stele.test/standards" });
  expect(overview["hasPart"]).toContainEqual(
    expect.objectContaining({ "@id": document, creativeWorkStatus: "effective" }),
  );
  expect(await json("/certification/scopes/sample.jsonld")).toMatchObject({
    "@id": "http://stele.test/certification/scopes/sample",
    identifier: "urn:uuid:50393e6f-2ae1-4c5c-a62c-3b75f2abef3f",
    hasPart: [{ "@id": document }],
  });
  expect((await getPage("/certification/scopes/none.jsonld")).status).toBe(404);
});
