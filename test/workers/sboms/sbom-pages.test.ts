/** What readers and programs see of a published SBOM. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { renewOldProfiles } from "../../../workers/sboms/stores/profile-store.ts";
import { addAccount, bom, get, longBom, send, SERIAL, type SbomAnswer } from "./sbom-world.ts";

beforeEach(async () => {
  await addAccount("alpha");
});

async function publish(body: string): Promise<string> {
  const response = await send(body);
  expect(response.status).toBe(201);
  return (await response.json<SbomAnswer>()).id;
}

async function page(path: string): Promise<string> {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return await response.text();
}

async function json(path: string): Promise<Record<string, unknown>> {
  const response = await get(path);
  expect([path, response.status, response.headers.get("access-control-allow-origin")]).toEqual([path, 200, "*"]);
  expect(response.headers.get("etag")).toMatch(/^"[^"]+"$/);
  return await response.json();
}

const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

test("components are sorted, filtered and searched by address alone", async () => {
  const id = await publish(bom());
  const list = async (query: string) => {
    const { components } = await json(`/sboms/${id}.json?${query}`);
    return names((components as { items: { name: string }[] }).items);
  };
  expect(await list("sort=-name")).toEqual(["gamma", "beta", "alpha"]);
  expect(await list("sort=purl")).toEqual(["beta", "alpha", "gamma"]);
  expect(await list("sort=-purl")).toEqual(["alpha", "beta", "gamma"]);
  expect(await list("sort=license")).toEqual(["alpha", "beta", "gamma"]);
  expect(await list("sort=nonsense")).toEqual(["alpha", "beta", "gamma"]);
  expect(await list("type=file")).toEqual(["gamma"]);
  expect(await list("license=MIT")).toEqual(["alpha"]);
  expect(await list("license=none")).toEqual(["beta", "gamma"]);
  expect(await list("ecosystem=deb")).toEqual(["beta"]);
  expect(await list("ecosystem=none")).toEqual(["gamma"]);
  expect(await list("q=DEBIAN/&type=library")).toEqual(["beta"]);
  expect(await list("q=%25")).toEqual([]);
  const html = await page(`/sboms/${id}?type=library&sort=-name`);
  expect(html).toContain('aria-sort="descending"');
  expect(html).toContain(`href="/sboms/${id}?type=library&amp;sort=name#components"`);
  expect(html).toContain('<option value="library" selected="">');
});

test("licenses, ecosystems and types are counted, each with the way to its components", async () => {
  const id = await publish(bom());
  const { summary } = await json(`/sboms/${id}.json`);
  expect(summary).toMatchObject({ licenses: [["MIT", 1]], unlicensed: 2, withoutPurl: 1 });
  expect(await page(`/sboms/${id}`)).toContain(`href="/sboms/${id}?license=MIT#components"`);
  // Those of before it was counted.
  await env.DB.prepare("UPDATE sbom SET summary = NULL").run();
  expect((await json(`/sboms/${id}.json`))["summary"]).toEqual(summary);
});

test("a component has a page with the ways from the subject to it", async () => {
  const id = await publish(bom());
  const html = await page(`/sboms/${id}/components/1`);
  expect(html).toContain("<h1>beta 2</h1>");
  expect(html).toMatch(/Quarry 7\.0<\/a> → <a href="[^"]*\/components\/0">alpha 1<\/a> → <strong>beta 2<\/strong>/);
  expect(await json(`/sboms/${id}/components/1.json`)).toMatchObject({
    name: "beta",
    bomRef: "b",
    paths: [[{ title: "Quarry 7.0" }, { title: "alpha 1" }, { title: "beta 2" }]],
    neededBy: { total: 1, items: [{ title: "alpha 1" }] },
    needs: { total: 0 },
  });
  expect(await page(`/sboms/${id}/components/2`)).toContain("nothing says what needs it");
  expect((await get(`/sboms/${id}/components/3`)).status).toBe(404);
  expect((await get(`/sboms/${id}/components/3.json`)).status).toBe(404);
  expect((await get(`/sboms/${id}/components/x`)).status).toBe(404);
});

test("dependencies are a tree of links and a drawing around every component", async () => {
  const id = await publish(bom());
  const root = await page(`/sboms/${id}/dependencies`);
  expect(root).toContain(`<a class="tree-more" rel="nofollow" href="/sboms/${id}/dependencies?at=0">`);
  expect(root).toContain("Not connected (1)");
  expect(root).toContain(`<svg role="group"`);
  const inner = await page(`/sboms/${id}/dependencies?at=0`);
  expect(inner).toContain(`href="/sboms/${id}/components/1"`);
  expect(inner).not.toContain("Not connected");
  expect(await json(`/sboms/${id}/dependencies.json?at=0`)).toMatchObject({
    title: "alpha 1",
    isStated: true,
    needs: { total: 1, items: [{ node: 1, title: "beta 2" }] },
    neededBy: { items: [{ node: 3, title: "Quarry 7.0" }] },
  });
  for (const at of ["4", "-1", "x", "99999999"]) {
    expect((await get(`/sboms/${id}/dependencies?at=${at}`)).status).toBe(404);
    expect((await get(`/sboms/${id}/dependencies.json?at=${at}`)).status).toBe(404);
  }
});

test("a document without dependencies says so, and one whose graph is not stored yet gets it from its bytes", async () => {
  const id = await publish(bom({ dependencies: undefined }));
  expect(await page(`/sboms/${id}/dependencies`)).toContain("says nothing about dependencies");
  const { sha256 } = (await json(`/sboms/${id}.json`)) as unknown as SbomAnswer;
  const other = await publish(bom({ version: 2 }));
  await env.BLOBS.delete((await env.BLOBS.list({ prefix: "graphs/" })).objects.map(({ key }) => key));
  expect(await page(`/sboms/${other}/dependencies`)).toContain("alpha 1");
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("the source is shown around a place, highlighted and escaped", async () => {
  const id = await publish(
    JSON.stringify(JSON.parse(bom({ components: [{ type: "library", name: "<b>x</b>" }] })), null, 2),
  );
  const html = await page(`/sboms/${id}/source?at=/components/0/name`);
  expect(html).toMatch(
    /<mark id="place"><span class="hljs-attr">&quot;name&quot;<\/span>: <span class="hljs-string">&quot;&lt;b&gt;x&lt;\/b&gt;&quot;<\/span><\/mark>/,
  );
  expect(await page(`/sboms/${id}/source?at=/nowhere`)).toContain("There is no <code>/nowhere</code>");
  expect(await page(`/sboms/${id}/source?line=3`)).toContain('<td class="source-number">3</td>');
  expect(await page(`/sboms/${id}/source?line=x`)).toContain('<td class="source-number">1</td>');
});

test("findings lead to their places", async () => {
  const id = await publish(bom({ dependencies: [{ ref: "subject", dependsOn: ["a", "nowhere"] }] }));
  const html = await page(`/sboms/${id}/findings`);
  expect(html).toContain(`href="/sboms/${id}/source?at=%2Fdependencies%2F0%2FdependsOn%2F1#place"`);
  expect(html).toContain("1 warning");
  expect(await json(`/sboms/${id}/findings.json`)).toMatchObject({ findingCounts: { warning: 1 } });
  expect(await page(`/sboms/${id}/source?at=%2Fdependencies%2F0%2FdependsOn%2F1`)).toContain('<mark id="place">');
});

test("rules of a profile are told in English and in German", async () => {
  const id = await publish(bom());
  const german = await page(`/sboms/${id}?profile=bsi-tr-03183-2&lang=de`);
  expect(german).toContain('<div lang="de">');
  expect(german).toContain('hreflang="en"');
  const english = await page(`/sboms/${id}?profile=bsi-tr-03183-2`);
  expect(english).not.toContain('lang="de">Regeln');
  expect(english).toContain(`href="/sboms/${id}/source?at=`);
});

test("SBOMs are found by product, format and what a profile says of them", async () => {
  await publish(bom());
  const spdx = JSON.stringify({
    spdxVersion: "SPDX-2.3",
    SPDXID: "SPDXRef-DOCUMENT",
    name: "other",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://x.test/d",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
    packages: [{ SPDXID: "SPDXRef-A", name: "other", downloadLocation: "NOASSERTION" }],
    documentDescribes: ["SPDXRef-A"],
  });
  expect((await send(spdx, { "content-type": "application/spdx+json" })).status).toBe(201);
  const found = async (query: string) => {
    const { sboms } = await json(`/sboms.json?${query}`);
    return (sboms as { subject: { name: string } }[]).map(({ subject }) => subject.name).toSorted();
  };
  expect(await found("")).toEqual(["Quarry", "other"]);
  expect(await found("q=quarry")).toEqual(["Quarry"]);
  expect(await found("format=SPDX")).toEqual(["other"]);
  expect(await found("format=CycloneDX+1.6")).toEqual(["Quarry"]);
  expect(await found("format=CycloneDX+1.5")).toEqual([]);
  expect(await found("profile=cra&result=satisfied")).toEqual(["Quarry"]);
  expect(await found("profile=cra&result=90")).toEqual(["Quarry"]);
  expect(await found("profile=cra&result=open")).toEqual(["other"]);
  expect(await found("profile=bsi-tr-03183-2&result=75")).toEqual([]);
  expect(await found("profile=no-such&result=open")).toEqual([]);
  expect(await found("result=nonsense")).toEqual(["Quarry", "other"]);
  expect(await page("/sboms?format=SPDX&profile=cra&result=open")).toContain('<option value="open" selected="">');
  expect(await page("/sboms?format=nothing")).toContain("No published SBOM fits");
});

test("an SPDX document that describes several packages goes by its own name, and its versions by its namespace", async () => {
  const spdx = (uuid: string) =>
    JSON.stringify({
      spdxVersion: "SPDX-2.3",
      SPDXID: "SPDXRef-DOCUMENT",
      name: "collection",
      dataLicense: "CC0-1.0",
      documentNamespace: `https://x.test/collection-${uuid}`,
      creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: t-1"] },
      packages: ["A", "B"].map((name) => ({ SPDXID: `SPDXRef-${name}`, name, downloadLocation: "NOASSERTION" })),
      documentDescribes: ["SPDXRef-A", "SPDXRef-B"],
    });
  const first = await publish(spdx(SERIAL));
  const second = await publish(spdx("00000000-0000-4000-8000-000000000000"));
  expect(await page(`/sboms/${first}`)).toContain("<h1>collection</h1>");
  const { versions } = await json(`/sboms/${first}.json`);
  expect((versions as { id: string }[]).map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
  expect(await page(`/sboms/${first}/dependencies`)).toContain("Needs 2 components directly");
});

test("results of older rules are made anew by the clock, and only then", async () => {
  const id = await publish(bom());
  expect(await renewOldProfiles(env)).toBe(0);
  await env.DB.prepare("UPDATE sbom_profile SET rules_version = 0, satisfied = 1, score = 100").run();
  expect(await renewOldProfiles(env)).toBe(1);
  const row = env.DB.prepare(
    "SELECT min(rules_version) AS rules, max(score) AS score FROM sbom_profile WHERE sbom_id = ?1",
  );
  expect(await row.bind(id).first()).toMatchObject({ rules: expect.any(Number), score: expect.any(Number) });
  expect(await renewOldProfiles(env)).toBe(0);
});

test("versions of one serial number stand together, apart from other SBOMs of the product", async () => {
  const first = await publish(bom());
  const second = await publish(bom({ version: 2, components: [] }));
  const other = await publish(bom({ serialNumber: "urn:uuid:00000000-0000-4000-8000-000000000000" }));
  const ids = (value: unknown) => (value as { id: string }[]).map(({ id }) => id);
  const { versions, related } = await json(`/sboms/${first}.json`);
  expect(ids(versions)).toEqual([second, first]);
  expect(ids(related)).toEqual([other]);
  const html = await page(`/sboms/${second}`);
  expect(html).toContain("Versions of this document");
  expect(html).toContain(`href="/sboms/${first}/diff/${second}"`);
  expect(html).toContain("Other SBOMs of this product");
});

test("a BOM-Link leads to the document, to a component, to the subject", async () => {
  const old = await publish(bom());
  const id = await publish(bom({ version: 2 }));
  const urn = (rest: string) => encodeURIComponent(`urn:cdx:${SERIAL}${rest}`);
  const location = async (path: string) => (await get(path)).headers.get("location");
  expect(await location(`/bom-link?urn=${urn("/2")}`)).toBe(`/sboms/${id}`);
  expect(await location(`/bom-link?urn=${urn("/1")}`)).toBe(`/sboms/${old}`);
  expect(await location(`/bom-link?urn=${urn("/2#b")}`)).toBe(`/sboms/${id}/components/1`);
  expect(await location(`/bom-link?urn=${urn("/2#subject")}`)).toBe(`/sboms/${id}`);
  expect(await location(`/sboms?q=${urn("/2#b")}`)).toBe(`/bom-link?urn=${urn("/2#b")}`);
  expect(await json(`/api/v1/bom-links?urn=${urn("/2#b")}`)).toMatchObject({
    page: `/sboms/${id}/components/1`,
    sbom: { id },
    component: { name: "beta", bomRef: "b" },
    alternatives: [],
  });
  expect((await get(`/bom-link?urn=${urn("/3")}`)).status).toBe(404);
  expect((await get(`/api/v1/bom-links?urn=${urn("/2#nothing")}`)).status).toBe(404);
  expect((await get("/api/v1/bom-links?urn=urn:uuid:x")).status).toBe(400);
});

test("a BOM-Link in the dependencies of a document is a link", async () => {
  const link = `urn:cdx:${SERIAL}/2#b`;
  const id = await publish(
    bom({
      dependencies: [
        { ref: "subject", dependsOn: [link, "a"] },
        { ref: "a", dependsOn: [] },
      ],
    }),
  );
  expect(await page(`/sboms/${id}/dependencies`)).toContain(`href="/bom-link?urn=${encodeURIComponent(link)}"`);
});

test("40,000 components are stored in statements of bounded size and shown page by page", async () => {
  const body = longBom(40_000, 30);
  expect(body.length).toBeGreaterThan(8_000_000);
  const response = await send(body);
  expect(response.status).toBe(202);
  const location = response.headers.get("location") ?? "";
  let progress: { state: string; page?: string } = { state: "waiting" };
  while (progress.state === "waiting" || progress.state === "checking") {
    await new Promise((resolve) => setTimeout(resolve, 100));
    progress = await (await get(location)).json();
  }
  expect(progress).toMatchObject({ state: "done" });
  const path = progress.page ?? "";
  expect(await env.DB.prepare("SELECT count(*) AS n FROM component").first("n")).toBe(40_000);
  for (const rest of [
    "",
    "?sort=-name&page=400",
    "?q=package-39",
    "/components/39999",
    "/dependencies",
    "/source?at=/components/39999",
  ]) {
    const html = await page(path + rest);
    expect([rest, html.length < 400_000]).toEqual([rest, true]);
  }
  expect((await json(`${path}.json?q=package-39999`))["components"]).toMatchObject({ total: 1 });
  expect(((await json(`${path}/components/39999.json`))["paths"] as unknown[]).length).toBe(1);
});

test("the check in the browser has a page of its own", async () => {
  expect(await page("/check/sbom")).toContain("Check an SBOM");
});
