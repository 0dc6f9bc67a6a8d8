import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { createWorld, get, reportYaml, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

const UUID = "0b1c2d3e-4f50-4123-8abc-0123456789ab";

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createWorld());
  await upload(bravo, reportYaml({ subject: "bravo", uuid: UUID, results: { "flavor-names": 1, "image-names": 1 } }));
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": -1, "image-names": 1 } }));
});

async function text(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe("GET /status", () => {
  test("has every subject with a result that counts, by scope UUID", async () => {
    const status = JSON.parse(await text("/status"));
    expect(Object.keys(status)).toEqual(["alpha", "bravo"]);
    expect(status.bravo[SCOPE_UUID]).toMatchObject({ passed_str: "v2", result: 1, best_passed: 1 });
  });

  test.each(["constructor", "toString", "hasOwnProperty"])("a cloud called `%s` breaks no page", async (name) => {
    await env.DB.prepare("UPDATE latest_result SET subject = ?1 WHERE subject = 'bravo'").bind(name).run();
    const status = JSON.parse(await text("/status"));
    expect(Object.keys(status).toSorted()).toEqual(["alpha", name].toSorted());
    expect(status[name][SCOPE_UUID]).toMatchObject({ passed_str: "v2" });
    for (const path of [
      "/",
      "/certification",
      "/certification.json",
      "/page/table",
      "/markdown/table_full",
      "/metrics",
    ]) {
      expect((await text(path)).toLowerCase()).toContain("alpha");
    }
    expect((await get(`/badges/${name}/sample.svg`)).status).toBe(200);
    for (const path of [`/certification/${name}/sample`, `/page/detail/${name}/sample`, `/metrics/${name}`]) {
      expect(await text(path)).toContain(name);
    }
  });

  test("can be asked for a subject and a scope, by UUID or alias", async () => {
    expect(Object.keys(JSON.parse(await text("/status?subject=alpha")))).toEqual(["alpha"]);
    expect(Object.keys(JSON.parse(await text(`/status?scopeuuid=${SCOPE_UUID}`)))).toHaveLength(2);
    expect(Object.keys(JSON.parse(await text("/status?scopeuuid=sample")))).toHaveLength(2);
    expect(JSON.parse(await text("/status?scopeuuid=nothing"))).toEqual({});
  });

  test.each([
    ["application/json", 200],
    ["text/html, */*;q=0.1", 200],
    ["application/*", 406],
    ["text/html", 406],
  ])("with `Accept: %s` is %d", async (accept, status) => {
    expect((await get("/status", { headers: { accept } })).status).toBe(status);
  });
});

test("the table is Markdown, a fragment and a page", async () => {
  const markdown = await text("/markdown/table");
  expect(markdown).toContain("[✅ v2](http://stele.test/page/detail/bravo/");
  expect(markdown).toContain("[🛑 –](http://stele.test/page/detail/alpha/");
  expect((await get("/markdown/table")).headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  const fragment = await text("/fragment/table");
  expect(fragment).toContain("<table>");
  expect(fragment).not.toContain("<html");
  expect(await text("/page/table")).toContain("<html");
  expect(await text("/markdown/table_full")).toContain("/page/detail_full/");
});

test("links lead to where readers find this Stele, whatever name it was asked by", async () => {
  Object.assign(env, { PUBLIC_ORIGIN: "https://certs.example.org" });
  try {
    expect(await text("/markdown/table")).toContain("](https://certs.example.org/page/detail/bravo/");
    expect(await text(`/markdown/report/${UUID}`)).toContain(`](https://certs.example.org/reports/${UUID})`);
  } finally {
    Object.assign(env, { PUBLIC_ORIGIN: undefined });
  }
});

test("under the name that the monitor had, the root leads to the table; elsewhere it is the home page", async () => {
  Object.assign(env, { MONITOR_HOST: "stele.test" });
  try {
    const root = await get("/", { redirect: "manual" });
    expect([root.status, root.headers.get("location")]).toEqual([307, "/page/table"]);
    Object.assign(env, { MONITOR_HOST: "compliance.example.org" });
    expect((await get("/", { redirect: "manual" })).status).toBe(200);
  } finally {
    Object.assign(env, { MONITOR_HOST: undefined });
  }
});

test("another view is 422", async () => {
  expect((await get("/paper/table")).status).toBe(422);
});

test("details of a subject, of a group, of an unknown subject and of an unknown group are 200", async () => {
  expect(await text("/markdown/detail/bravo/sample")).toContain("✅ pass");
  expect(await text(`/page/detail/bravo/${SCOPE_UUID}`)).toContain('id="bravo"');
  expect(await text("/markdown/detail/group-pair/sample")).toContain("## bravo");
  expect(await text("/markdown/detail/nobody/sample")).toContain("❓ MISSING");
  expect(await text("/markdown/detail/group-nobody/sample")).toBe("");
});

test("the chart of a scope; an unknown scope is 404", async () => {
  expect(await text("/markdown/scope/sample")).toContain("| State | draft | effective | warn |");
  for (const path of ["/page/scope/nothing", "/markdown/detail/bravo/nothing"]) {
    expect((await get(path)).status).toBe(404);
  }
});

test("a report is public in its redacted form, whole for its subject alone", async () => {
  expect(await text(`/markdown/report/${UUID}`)).toContain("- subject: bravo");
  expect(await text(`/page/report/${UUID}`)).toContain("Invocation one");
  expect((await get(`/page/report/${crypto.randomUUID()}`)).status).toBe(404);
  expect((await get(`/page/report_full/${UUID}`)).status).toBe(401);
  const own = { headers: { authorization: `Basic ${btoa("bravo:token of bravo")}` } };
  expect((await get(`/page/report_full/${UUID}`, own)).status).toBe(200);
});

test("the views answer HEAD and 304", async () => {
  const response = await get("/markdown/table");
  const etag = response.headers.get("etag") ?? "";
  expect((await get("/markdown/table", { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await get("/status", { method: "HEAD" })).status).toBe(200);
});
