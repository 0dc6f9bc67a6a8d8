import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { ask, createWorld, get, reportYaml, SCOPE_UUID, upload, type TestAccount } from "../certification-world.ts";

const UUID = "0b1c2d3e-4f50-4123-8abc-0123456789ab";

let alpha: TestAccount;
let bravo: TestAccount;
let board: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo, board } = await createWorld());
  await upload(alpha, reportYaml({ subject: "alpha", uuid: UUID, results: { "flavor-names": 1, "image-names": -1 } }));
});

const decision = { reportuuid: UUID, scopeuuid: SCOPE_UUID, version: "*", check: "image-names", approval: true };

function post(account: TestAccount, body: string, contentType = "application/json"): Promise<Response> {
  return ask(account, "/results", { method: "POST", body, headers: { "content-type": contentType } });
}

async function approvals(query = ""): Promise<Record<string, boolean>> {
  const rows = await (await ask(board, `/results${query}`)).json<{ check: string; approval: boolean }[]>();
  return Object.fromEntries(rows.map(({ check, approval }) => [check, approval]));
}

test("GET /results has the results of the last seven days in the monitor's shape, approved where they passed", async () => {
  const rows = await (await ask(board, "/results")).json<Record<string, unknown>[]>();
  expect(rows[0]).toEqual({
    reportuuid: UUID,
    subject: "alpha",
    checked_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
    scopeuuid: SCOPE_UUID,
    version: "*",
    check: "flavor-names",
    result: 1,
    approval: true,
  });
  expect(await approvals("?approved=false")).toEqual({ "image-names": false });
  expect(await approvals("?limit=1&skip=1")).toEqual({ "image-names": false });
});

test("the certification body decides on results, one or many at once", async () => {
  const response = await post(board, JSON.stringify(decision));
  expect([response.status, await response.json()]).toEqual([200, null]);
  expect(await approvals()).toEqual({ "flavor-names": true, "image-names": true });
  await post(board, JSON.stringify([{ ...decision, approval: false }]));
  expect(await approvals()).toMatchObject({ "image-names": false });
});

test("a decision on a result that nobody reported records nothing", async () => {
  const response = await post(board, JSON.stringify([decision, { ...decision, check: "unheard-of" }]));
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ unknown: [{ check: "unheard-of" }] });
  expect(await approvals()).toMatchObject({ "image-names": false });
});

describe("refuses", () => {
  test("who is not signed in, or lacks the role", async () => {
    expect((await get("/results")).status).toBe(401);
    const response = await ask(alpha, "/results");
    expect([response.status, await response.json()]).toMatchObject([401, { detail: "Permission denied" }]);
    expect((await post(alpha, JSON.stringify(decision))).status).toBe(401);
  });

  test.each([["?limit=-1"], ["?skip=x"], ["?approved=perhaps"]])("GET /results%s with 422", async (query) => {
    expect((await ask(board, `/results${query}`)).status).toBe(422);
  });

  test.each([
    ["application/json; charset=utf-8", "{}", 415],
    ["application/json", "{", 422],
    ["application/json", "[1]", 422],
    ["application/json", `{"reportuuid": "x"}`, 422],
  ])("POST /results as %s with body %s: %d", async (contentType, body, status) => {
    expect((await post(board, body, contentType)).status).toBe(status);
  });
});

describe("nobody judges in their own cause:", () => {
  async function makeCertifier(subject: string, group?: string): Promise<void> {
    await env.DB.prepare("UPDATE account SET roles = 8 WHERE subject = ?1").bind(subject).run();
    if (group !== undefined) {
      await env.DB.prepare("UPDATE account SET group_name = ?1 WHERE subject IN ('alpha', ?2)")
        .bind(group, subject)
        .run();
    }
  }

  test("an account with the role approve cannot approve a result of its own cloud", async () => {
    await makeCertifier("alpha");
    const response = await post(alpha, JSON.stringify(decision));
    expect(response.status).toBe(403);
    expect((await response.json<{ detail: string }>()).detail).toContain("its own cloud");
    expect(await approvals()).toMatchObject({ "image-names": false });
  });

  test("nor of another cloud of its group, nor hide it among decisions on others", async () => {
    await makeCertifier("bravo", "one-company");
    expect((await post(bravo, JSON.stringify(decision))).status).toBe(403);
    const foreign = { ...decision, reportuuid: "99999999-4f50-4123-8abc-0123456789ab" };
    expect((await post(bravo, JSON.stringify([foreign, decision]))).status).toBe(403);
    expect(await approvals()).toMatchObject({ "image-names": false });
  });

  test("but of a cloud of another provider it can", async () => {
    await makeCertifier("bravo");
    expect((await post(bravo, JSON.stringify(decision))).status).toBe(200);
  });
});
