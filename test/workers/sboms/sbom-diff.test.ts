import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

const TOKEN = "a-token-for-tests";
const ORIGIN = "http://stele.test";

function get(path: string): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}${path}`);
}

async function publish(version: string, components: readonly Record<string, unknown>[]): Promise<string> {
  const document = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: { type: "application", name: "Quarry", version } },
    components: components.map((component) => ({ type: "library", ...component })),
  };
  const response = await exports.default.fetch(`${ORIGIN}/api/v1/sboms`, {
    method: "POST",
    body: JSON.stringify(document),
    headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` },
  });
  return (await response.json<{ id: string }>()).id;
}

let [earlier, later] = ["", ""];

beforeEach(async () => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN)));
  const hash = `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO account (subject, demo) VALUES ('alpha', 0)"),
    env.DB.prepare("INSERT OR IGNORE INTO api_key (hash, subject) VALUES (?1, 'alpha')").bind(hash),
  ]);
  earlier = await publish("7", [
    { name: "alpha", version: "1", purl: "pkg:npm/alpha@1" },
    { name: "<b>gone</b>", version: "1" },
  ]);
  later = await publish("8", [
    { name: "alpha", version: "2", purl: "pkg:npm/alpha@2", licenses: [{ license: { id: "MIT" } }] },
    { name: "fresh", version: "1" },
  ]);
});

test("the page and its JSON say what came, what went, what changed", async () => {
  const page = await get(`/sboms/${earlier}/diff/${later}`);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain("<del>1</del> → <ins>2</ins>");
  expect(html).toContain("<del>none</del> → <ins>MIT</ins>");
  expect(html).toContain("fresh");
  expect(html).toContain("&lt;b&gt;gone&lt;/b&gt;");
  expect(await (await get(`/sboms/${earlier}/diff/${later}.json`)).json()).toMatchObject({
    earlier,
    later,
    counts: { added: 1, removed: 1, changed: 1, unchanged: 0 },
    changed: [{ changes: ["version", "license"], before: { version: "1" }, after: { version: "2" } }],
  });
});

test("an SBOM against itself has no difference", async () => {
  expect(await (await get(`/sboms/${later}/diff/${later}`)).text()).toContain("No difference");
});

test("the page of an SBOM offers the others of its product, the earlier one on the left", async () => {
  for (const id of [earlier, later]) {
    expect(await (await get(`/sboms/${id}`)).text()).toContain(`/sboms/${earlier}/diff/${later}`);
  }
});

test("an unknown SBOM on either side is 404, for people and programs", async () => {
  expect((await get(`/sboms/${earlier}/diff/0123`)).status).toBe(404);
  expect((await get(`/sboms/0123/diff/${earlier}`)).status).toBe(404);
  const problem = await get(`/sboms/0123/diff/${earlier}.json`);
  expect([problem.status, problem.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("lists beyond the memory of a worker are left to the command line", async () => {
  await env.DB.prepare("UPDATE sbom SET component_count = 50000 WHERE id = ?1").bind(earlier).run();
  const response = await get(`/sboms/${earlier}/diff/${later}.json`);
  expect(response.status).toBe(422);
  expect((await response.json<{ detail: string }>()).detail).toContain("stele sbom diff");
  const page = await get(`/sboms/${earlier}/diff/${later}`);
  expect([page.status, page.headers.get("content-type")]).toEqual([422, "text/html; charset=utf-8"]);
  expect(await page.text()).toContain("stele sbom diff");
});
