import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

const TOKEN = "a-token-for-tests";
const ORIGIN = "http://stele.test";

beforeEach(async () => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN)));
  const hash = `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  await env.DB.batch([
    env.DB.prepare("INSERT INTO account (subject, demo) VALUES ('demo-alpha', 1)"),
    env.DB.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, 'demo-alpha')").bind(hash),
  ]);
});

function bom(extra: Record<string, unknown> = {}): string {
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    version: 3,
    metadata: {
      timestamp: "2026-01-01T00:00:00Z",
      component: { type: "application", name: "Quarry", version: "7.0", "bom-ref": "subject" },
    },
    components: [
      {
        type: "library",
        group: "org",
        name: "alpha",
        version: "1",
        purl: "pkg:npm/alpha@1",
        licenses: [{ license: { id: "MIT" } }],
      },
      { type: "library", name: "<b>beta</b>", components: [{ type: "file", name: "gamma_100%" }] },
    ],
    ...extra,
  });
}

function upload(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}/api/v1/sboms`, {
    method: "POST",
    body,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      "content-type": "application/vnd.cyclonedx+json; version=1.6",
      ...headers,
    },
  });
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`, { headers });
}

async function storedCounts() {
  const [sboms, components] = await env.DB.batch<{ n: number }>([
    env.DB.prepare("SELECT count(*) AS n FROM sbom"),
    env.DB.prepare("SELECT count(*) AS n FROM component"),
  ]);
  const blobs = await env.BLOBS.list({ prefix: "blobs/" });
  return [sboms?.results[0]?.n, components?.results[0]?.n, blobs.objects.length];
}

interface SbomAnswer {
  readonly id: string;
  readonly sha256: string;
}

test("a valid SBOM is kept: 201, its facts, its bytes under its hash", async () => {
  const response = await upload(bom());
  expect(response.status).toBe(201);
  const answer = await response.json<SbomAnswer>();
  expect(answer).toMatchObject({
    format: "CycloneDX",
    specVersion: "1.6",
    serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    version: 3,
    subject: { name: "Quarry", version: "7.0" },
    components: 3,
    uploadedBy: "demo-alpha",
    demo: true,
    findings: [],
  });
  expect(answer.id).toBe(answer.sha256.slice(0, 16));
  expect(response.headers.get("location")).toBe(`/api/v1/sboms/${answer.id}`);
  expect(await storedCounts()).toEqual([1, 3, 1]);
  const description = await get(`/api/v1/sboms/${answer.id}`);
  expect(await description.json()).toEqual(answer);
});

test("the same bytes again are 200 with the same id", async () => {
  const first = await (await upload(bom())).json<SbomAnswer>();
  const again = await upload(bom());
  expect(again.status).toBe(200);
  expect((await again.json<SbomAnswer>()).id).toBe(first.id);
  expect(await storedCounts()).toEqual([1, 3, 1]);
});

test("two uploads of the same bytes at the same time are one SBOM", async () => {
  const answers = await Promise.all([upload(bom()), upload(bom())]);
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json<SbomAnswer>()).id));
  expect(new Set(ids).size).toBe(1);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM sbom_event WHERE kind = 'published'").first("n")).toBe(1);
  expect(await storedCounts()).toEqual([1, 3, 1]);
});

test("an id that is taken by other bytes gets longer", async () => {
  const { id, sha256 } = await (await upload(bom())).json<SbomAnswer>();
  await env.DB.batch([
    env.DB.prepare("UPDATE sbom SET sha256 = ?1").bind("0".repeat(64)),
    env.DB.prepare("UPDATE sbom_owner SET account = 'other'"),
  ]);
  const second = await upload(bom());
  expect(second.status).toBe(201);
  expect((await second.json<SbomAnswer>()).id).toBe(sha256.slice(0, 24));
  expect(sha256.slice(0, 16)).toBe(id);
});

test.each([
  ["no token", { authorization: "" }],
  ["a wrong token", { authorization: "Bearer wrong" }],
])("%s is 401 with a challenge, and nothing is stored", async (_name, headers) => {
  const response = await upload(bom(), headers);
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toContain("Basic");
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await storedCounts()).toEqual([0, 0, 0]);
});

test("an invalid SBOM is 422 with the place, and nothing is stored", async () => {
  const response = await upload(bom({ components: [{ type: "library" }] }));
  expect(response.status).toBe(422);
  const problem = await response.json<{ detail: string; findings: unknown[] }>();
  expect(problem.detail).toContain("`name` is missing");
  expect(problem.findings).toMatchObject([
    { ruleId: "sbom-schema", place: { pointer: "/components/0", start: { line: 1 } } },
  ]);
  expect(await storedCounts()).toEqual([0, 0, 0]);
});

test("a thousand nested components are 422 with the place", async () => {
  const opening = '{"type":"library","name":"nested","version":"1","components":[';
  const response = await upload(
    `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${opening.repeat(1000)}${"]}".repeat(1000)}]}`,
  );
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ findings: [{ ruleId: "sbom-depth" }] });
});

test.each([
  ["text/xml", {}, "application/vnd.cyclonedx+json"],
  ["application/json", { "content-encoding": "br" }, "without Content-Encoding"],
])("a body of type %s with %o is 415 with what is accepted", async (contentType, headers, remedy) => {
  const response = await upload(bom(), { "content-type": contentType, ...headers });
  expect(response.status).toBe(415);
  expect((await response.json<{ detail: string }>()).detail).toContain(remedy);
});

test("a version in the media type that the document does not have is 422", async () => {
  const response = await upload(bom(), { "content-type": "application/vnd.cyclonedx+json; version=1.5" });
  expect(response.status).toBe(422);
  expect((await response.json<{ detail: string }>()).detail).toContain("1.5");
  expect(await storedCounts()).toEqual([0, 0, 0]);
});

test("a body over the limit is 413 that names the limit and the way that works", async () => {
  const response = await upload(new Uint8Array(10_000_001));
  expect(response.status).toBe(413);
  const { detail } = await response.json<{ detail: string }>();
  expect(detail).toContain("10,000,000 bytes");
  expect(detail).toContain("stele sbom check");
});

test("the original bytes come back exactly, typed, immutable, with the hash as ETag", async () => {
  const body = `\uFEFF  ${bom()}\r\n`;
  const { id, sha256 } = await (await upload(body)).json<SbomAnswer>();
  const response = await get(`/sboms/${id}/raw`);
  expect(response.headers.get("content-type")).toBe("application/vnd.cyclonedx+json; version=1.6");
  expect(response.headers.get("etag")).toBe(`"${sha256}"`);
  expect(response.headers.get("cache-control")).toBe("public, max-age=86400, immutable");
  expect(response.headers.get("content-disposition")).toBe(`attachment; filename="Quarry-7.0-${id}.cdx.json"`);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(new TextEncoder().encode(body));
  expect((await get(`/sboms/${id}/raw`, { "if-none-match": `"${sha256}"` })).status).toBe(304);
});

test("a hostile product name stays out of the header and inert on the page", async () => {
  const name = 'x"\r\nset-cookie: a=b<script>alert(1)</script>';
  const { id } = await (
    await upload(bom({ metadata: { component: { type: "application", name } } }))
  ).json<SbomAnswer>();
  const raw = await get(`/sboms/${id}/raw`);
  expect(raw.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.cdx\.json"$/);
  expect(raw.headers.get("set-cookie")).toBeNull();
  await raw.arrayBuffer();
  const page = await (await get(`/sboms/${id}`)).text();
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<b>beta</b>");
  expect(page).toContain("&lt;b&gt;beta&lt;/b&gt;");
});

test("the page shows components, search and the mark of demonstration", async () => {
  const { id } = await (await upload(bom())).json<SbomAnswer>();
  const response = await get(`/sboms/${id}`);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const page = await response.text();
  expect(page).toContain("<h1>Quarry 7.0</h1>");
  expect(page).toContain("org/alpha");
  expect(page).toContain("pkg:npm/alpha@1");
  expect(page).toContain("demonstration data");
  const found = await (await get(`/sboms/${id}?q=${encodeURIComponent("A_100%")}`)).text();
  expect(found).toContain("gamma_100%");
  expect(found).not.toContain("org/alpha");
});

test("components come in pages of 100, with links between them", async () => {
  const components = Array.from({ length: 201 }, (_, index) => ({ type: "library", name: `item-${index}` }));
  const { id } = await (await upload(bom({ components }))).json<SbomAnswer>();
  const second = await (await get(`/sboms/${id}?page=2`)).text();
  expect(second).toContain("item-100");
  expect(second).not.toContain("item-99<");
  expect(second).toContain(`href="/sboms/${id}#components"`);
  expect(second).toContain(`href="/sboms/${id}?page=3#components"`);
  const json = await (
    await get(`/sboms/${id}.json?page=3`)
  ).json<{ components: { total: number; items: { name: string }[] } }>();
  expect(json.components.total).toBe(201);
  expect(json.components.items.map((item) => item.name)).toEqual(["item-200"]);
  for (const nonsense of ["0", "-1", "x", "1e9", "99999"]) {
    expect((await get(`/sboms/${id}?page=${nonsense}`)).status).toBe(200);
  }
});

test("the list shows what was published, as page and as JSON", async () => {
  expect(await (await get("/sboms")).text()).toContain("No SBOM yet");
  const { id } = await (await upload(bom())).json<SbomAnswer>();
  const page = await (await get("/sboms")).text();
  expect(page).toContain(`href="/sboms/${id}"`);
  expect(page).toContain("Demo");
  expect(await (await get("/sboms.json?q=quarry")).json()).toMatchObject({ total: 1, sboms: [{ id }] });
  expect(await (await get("/api/v1/sboms?q=other")).json()).toMatchObject({ total: 0, sboms: [] });
  expect(await (await get("/sboms?q=other")).text()).toContain("No such SBOM");
});

test("an SPDX document is kept with its packages, typed as SPDX", async () => {
  const document = JSON.stringify({
    SPDXID: "SPDXRef-DOCUMENT",
    spdxVersion: "SPDX-2.3",
    name: "quarry",
    dataLicense: "CC0-1.0",
    documentNamespace: "https://example.org/spdx/quarry-7",
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: made-up-1"] },
    documentDescribes: ["SPDXRef-quarry"],
    packages: [
      { SPDXID: "SPDXRef-quarry", name: "Quarry", versionInfo: "7", downloadLocation: "NOASSERTION" },
      {
        SPDXID: "SPDXRef-stone",
        name: "stone",
        versionInfo: "1",
        downloadLocation: "NOASSERTION",
        licenseDeclared: "MIT",
      },
    ],
  });
  const response = await upload(document, { "content-type": "application/spdx+json" });
  expect(response.status).toBe(201);
  const answer = await response.json<SbomAnswer>();
  expect(answer).toMatchObject({
    format: "SPDX",
    specVersion: "2.3",
    serialNumber: "https://example.org/spdx/quarry-7",
    subject: { name: "Quarry", version: "7" },
    components: 1,
  });
  const raw = await get(`/sboms/${answer.id}/raw`);
  expect(raw.headers.get("content-type")).toBe("application/spdx+json");
  expect(raw.headers.get("content-disposition")).toContain(".spdx.json");
  await raw.arrayBuffer();
  expect(await (await get(`/sboms/${answer.id}`)).text()).toContain("stone");
});

test("a warning is shown on the page with its place", async () => {
  const { id } = await (await upload(bom({ dependencies: [{ ref: "nowhere" }] }))).json<SbomAnswer>();
  const page = await (await get(`/sboms/${id}`)).text();
  expect(page).toContain("<code>nowhere</code>");
  expect(page).toContain("/dependencies/0/ref");
});

test("an SBOM that is not there is 404 in the form of the address", async () => {
  expect((await get("/sboms/0123456789abcdef")).status).toBe(404);
  expect((await get("/api/v1/sboms/0123456789abcdef")).headers.get("content-type")).toBe("application/problem+json");
  expect((await get("/sboms/0123456789abcdef/raw")).status).toBe(404);
  expect((await get("/sboms/0123456789abcdef.json")).status).toBe(404);
});
