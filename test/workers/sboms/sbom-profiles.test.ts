import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { COMPLETE } from "../../core/sboms/profiles/bsi/complete-document.ts";

const TOKEN = "a-token-for-tests";
const ORIGIN = "http://stele.test";

beforeEach(async () => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN)));
  const hash = `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO account (subject, demo) VALUES ('alpha', 0)"),
    env.DB.prepare("INSERT OR IGNORE INTO api_key (hash, subject) VALUES (?1, 'alpha')").bind(hash),
  ]);
});

function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

function get(path: string): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`);
}

async function publish(document: unknown): Promise<{ readonly id: string; readonly sha256: string }> {
  const response = await post("/api/v1/sboms", JSON.stringify(document), { authorization: `Bearer ${TOKEN}` });
  return await response.json();
}

function gzip(body: BodyInit): Promise<ArrayBuffer> {
  return new Response(new Response(body).body?.pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
}

async function countStored(): Promise<number> {
  return (await env.BLOBS.list()).objects.length;
}

test("anybody may have a document checked, and nothing of it is stored", async () => {
  const before = await countStored();
  const response = await post("/api/v1/validate/sboms", JSON.stringify(COMPLETE));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toMatchObject({
    valid: true,
    format: "CycloneDX",
    specVersion: "1.7",
    components: 3,
    subject: { name: "example-product", version: "2.1.0" },
    findingCounts: { error: 0 },
    profiles: [{ id: "bsi-tr-03183-2", satisfied: true, score: 100, grade: "A" }, {}, {}, {}, {}],
  });
  expect(await countStored()).toBe(before);
});

test("a document with errors gets its findings, not an error", async () => {
  const response = await post("/api/v1/validate/sboms", '{"bomFormat":"CycloneDX","specVersion":"1.6","components":7}');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    valid: false,
    findingCounts: { error: 1 },
    findings: [{ place: { pointer: "/components" } }],
  });
});

test("a body may be gzip, and is kept as it was before", async () => {
  const headers = { "content-encoding": "gzip", authorization: `Bearer ${TOKEN}` };
  const response = await post("/api/v1/sboms", await gzip(JSON.stringify(COMPLETE)), headers);
  expect(response.status).toBe(201);
  const { id } = await response.json<{ id: string }>();
  expect(await (await get(`/sboms/${id}/raw`)).json()).toEqual(COMPLETE);
});

test("a small archive of a large document is 413 before it is unpacked", async () => {
  const bomb = await gzip(new Uint8Array(40_000_000));
  expect(bomb.byteLength).toBeLessThan(100_000);
  const response = await post("/api/v1/validate/sboms", bomb, { "content-encoding": "gzip" });
  expect(response.status).toBe(413);
  expect((await response.json<{ detail: string }>()).detail).toContain("10,000,000 bytes");
});

test.each([
  ["no archive", new Uint8Array([0x7b, 0x7d])],
  ["half an archive", new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
])("%s under the name of gzip is 400", async (_name, body) => {
  const response = await post("/api/v1/validate/sboms", body, { "content-encoding": "gzip" });
  expect(response.status).toBe(400);
  expect((await response.json<{ title: string }>()).title).toBe("Broken gzip");
});

test("the page shows how a document stands with every profile, and the rules of the chosen one", async () => {
  const { id } = await publish({ ...COMPLETE, version: 2, metadata: { component: COMPLETE.metadata.component } });
  const plain = await (await get(`/sboms/${id}`)).text();
  expect(plain).toContain(`href="/sboms/${id}?profile=bsi-tr-03183-2#profiles"`);
  expect(plain).not.toContain("rule-sbom-creator");
  const chosen = await (await get(`/sboms/${id}?profile=bsi-tr-03183-2`)).text();
  expect(chosen).toContain('id="rule-sbom-creator"');
  expect(chosen).toContain("There is neither an email address nor a URL");
  expect(chosen).toContain("BSI TR-03183-2 v2.1.0, 5.2.1");
  const { profiles } = await (await get(`/sboms/${id}/profiles.json`)).json<{ profiles: { rules: unknown[] }[] }>();
  expect(profiles).toHaveLength(5);
  expect(profiles[0]?.rules).toHaveLength(24);
  expect(await (await get(`/sboms/${id}.json`)).json()).toMatchObject({
    profiles: [{ id: "bsi-tr-03183-2", satisfied: false }, {}, {}, {}, {}],
  });
});

test("a badge says how a document stands with a profile; what is not known is drawn too", async () => {
  const { id } = await publish(COMPLETE);
  const badge = await get(`/badges/sboms/${id}/bsi-tr-03183-2.svg`);
  expect(badge.status).toBe(200);
  expect(badge.headers.get("content-type")).toBe("image/svg+xml");
  expect(await badge.text()).toContain("<title>BSI TR-03183-2 v2.1.0: satisfied</title>");
  expect(await (await get(`/badges/sboms/${id}/openchain-telco.svg`)).text()).toContain("Guide 1.1: 0 of 100");
  const unknown = await get(`/badges/sboms/${id}/nonsense.svg`);
  expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining("unknown profile")]);
  expect((await get("/badges/sboms/0000/cra.svg")).status).toBe(404);
});

test("results that are not there yet are made from the bytes", async () => {
  const { id, sha256 } = await publish({ ...COMPLETE, version: 9 });
  const { objects } = await env.BLOBS.list({ prefix: "profiles/" });
  const key = objects.map((object) => object.key).find((name) => name.endsWith(sha256));
  expect(key).toBeDefined();
  await env.BLOBS.delete(key ?? "");
  expect(await (await get(`/badges/sboms/${id}/cra.svg`)).text()).toContain("satisfied");
  expect(await env.BLOBS.head(key ?? "")).not.toBeNull();
});
