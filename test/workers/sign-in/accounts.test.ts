import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { sha256Hex } from "../../../workers/http/digest.ts";

const TOKEN = "the-operators-token";
const FILE =
  "accounts:\n  - subject: a\n    delegates: [b]\n    api_keys: [HASH]\n  - subject: b\n    roles: [append_any]\n";

beforeEach(async () => {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(TOKEN) });
});

async function put(body: string, options: { token?: string; query?: string } = {}): Promise<Response> {
  const { token = TOKEN, query = "" } = options;
  return exports.default.fetch(`http://stele.test/api/v1/accounts${query}`, {
    method: "PUT",
    body,
    headers: { authorization: `Bearer ${token}` },
  });
}

async function subjects(): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT subject FROM account ORDER BY subject").all<{ subject: string }>();
  return results.map((row) => row.subject);
}

const NOTHING = { added: [], changed: [], removed: [], differences: {}, dryRun: false };

test("the accounts become exactly those of the file, and the answer says what changed", async () => {
  const file = FILE.replace("HASH", `sha256:${await sha256Hex("token-of-a")}`);
  const first = await put(file);
  expect(await first.json()).toEqual({ ...NOTHING, added: ["a", "b"] });
  const second = await put(file.replace("[append_any]", "[read_any]").replace("subject: a", "subject: c"));
  expect(await second.json()).toEqual({
    added: ["c"],
    changed: ["b"],
    removed: ["a"],
    differences: { b: ["- role append_any", "+ role read_any"] },
    dryRun: false,
  });
  expect(await subjects()).toEqual(["b", "c"]);
  const { results } = await env.DB.prepare("SELECT subject, delegate FROM delegation").all();
  expect(results).toEqual([{ subject: "c", delegate: "b" }]);
});

test("applying the same file again changes nothing", async () => {
  await put("accounts: [{subject: a}]");
  expect(await (await put("accounts: [{subject: a}]")).json()).toMatchObject({ added: [], changed: [], removed: [] });
});

test("a dry run only says what would change", async () => {
  const response = await put("accounts: [{subject: a}]", { query: "?dryRun=true" });
  expect(await response.json()).toEqual({ ...NOTHING, added: ["a"], dryRun: true });
  expect(await subjects()).toEqual([]);
});

test.each([["accounts: []"], [""], ["accounts:"]])("a file without accounts (%j) locks nobody out", async (text) => {
  await put("accounts: [{subject: a}]");
  await put(text);
  expect(await subjects()).toEqual(["a"]);
});

test("an invalid file changes nothing and names the place", async () => {
  await put("accounts: [{subject: a}]");
  const response = await put("accounts:\n  - subject: b\n  - subject: c\n    roles: [king]\n");
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ findings: [{ place: { start: { line: 4 } } }] });
  expect(await subjects()).toEqual(["a"]);
});

test.each([["someone-else"], ["the-operators-token-"]])("nobody but the operator: %s", async (token) => {
  expect((await put("accounts: [{subject: a}]", { token })).status).toBe(401);
  expect(await subjects()).toEqual([]);
});
