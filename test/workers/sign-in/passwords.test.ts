import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { signIn } from "../../../workers/sign-in/sign-in.ts";
import { sha256Hex } from "../../../workers/http/digest.ts";
import { createMemory } from "../../../workers/state/memory.ts";

const OPERATOR_TOKEN = "the-operators-token";
// Made by node:crypto and bcryptjs; small costs, so that the tests are quick.
const ARGON2 = "$argon2id$v=19$m=64,t=2,p=2$MDEyMzQ1Njc4OWFiY2RlZg$ehqGRlXhNY90u1mXokuaGpor9OaG4WSZVb4jCfev4ys";
const BCRYPT = "$2b$04$ibW8JglvnhX3.KeVEKns1OmhbuTTD4wIlGqzG4Nq0LQJ7JfmHZGMK";

const FILE = `accounts:
  - {subject: alpha, api_keys: ["${ARGON2}"]}
  - {subject: bravo, api_keys: ["${BCRYPT}"]}
`;

/** Each test comes from its own network, so that the limits of one do not meet the others. */
let address = 0;

beforeEach(async () => {
  Object.assign(env, { OPERATOR_TOKEN_SHA256: await sha256Hex(OPERATOR_TOKEN) });
  address += 1;
  await apply(FILE);
});

async function apply(file: string): Promise<void> {
  const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` };
  const response = await exports.default.fetch("http://stele.test/api/v1/accounts", {
    method: "PUT",
    body: file,
    headers,
  });
  expect(response.status).toBe(200);
}

async function logIn(user: string, password: string): Promise<Response> {
  const headers = { authorization: `Basic ${btoa(`${user}:${password}`)}`, "cf-connecting-ip": `192.0.2.${address}` };
  return exports.default.fetch("http://stele.test/reports", { headers });
}

async function verifiers(): Promise<number> {
  const row = await env.DB.prepare("SELECT count(*) AS n FROM password_verifier").first<{ n: number }>();
  return row?.n ?? 0;
}

test.each([
  ["argon2id", "alpha", "correct horse"],
  ["bcrypt", "bravo", "battery staple"],
])("an %s hash lets its password in, and from then on a quick check does", async (_kind, user, password) => {
  expect((await logIn(user, password)).status).toBe(200);
  expect(await verifiers()).toBe(1);
  // Slow checks are limited to five at once for a name; these are none.
  for (let time = 0; time < 8; time += 1) expect((await logIn(user, password)).status).toBe(200);
});

test("nothing that tells the password is stored", async () => {
  await logIn("alpha", "correct horse");
  const { results } = await env.DB.prepare("SELECT * FROM password_verifier").all();
  expect(JSON.stringify(results)).not.toContain("correct horse");
  expect(JSON.stringify(results)).not.toContain(await sha256Hex("correct horse"));
});

test("a quick check ends with its API key, and stays when the same file is applied again", async () => {
  await logIn("alpha", "correct horse");
  await apply(FILE);
  expect(await verifiers()).toBe(1);
  await apply(FILE.replace(ARGON2, BCRYPT));
  expect(await verifiers()).toBe(0);
  expect((await logIn("alpha", "correct horse")).status).toBe(401);
});

test("a wrong password and an unknown name get the same answer, and after a burst they have to wait", async () => {
  const [known, unknown] = [await logIn("bravo", "wrong"), await logIn("nobody", "wrong")];
  expect([known.status, unknown.status]).toEqual([401, 401]);
  expect(await unknown.json()).toEqual(await known.json());
  let refused = unknown;
  for (let time = 0; time < 5 && refused.status === 401; time += 1) refused = await logIn("nobody", "wrong");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("a login costs the database the same for every name: one look for a crowd, none for those who follow", async () => {
  const calls: string[] = [];
  const counting = new Proxy(env.DB, {
    get: (database, name) => {
      const member: unknown = Reflect.get(database, name);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => (calls.push(String(name)), Reflect.apply(member, database, args));
    },
  });
  async function looks(user: string): Promise<readonly string[]> {
    calls.length = 0;
    const headers = { authorization: `Basic ${btoa(`${user}:wrong`)}`, "cf-connecting-ip": `192.0.2.${address}` };
    const outcome = await signIn(
      new Request("http://stele.test/reports", { headers }),
      { ...env, DB: counting },
      new Date(),
    );
    expect(outcome.ok).toBe(false);
    return calls.filter((name) => name !== "prepare");
  }
  await apply(FILE);
  await logIn("bravo", "battery staple"); // makes the key of this deployment
  await apply(FILE);
  expect(await looks("bravo")).toEqual(["batch"]);
  expect([await looks("bravo"), await looks("nobody"), await looks("alpha")]).toEqual([[], [], []]);
  await apply(FILE);
  expect(await looks("nobody")).toEqual(["batch"]);
});

test("strangers cannot make an isolate forget what it has read", async () => {
  const memory = createMemory<string>({ maxEntries: 1, maxBytes: 1_000, freshForMs: 2_000 });
  const now = new Date();
  const read = (value: string) => memory.recall("page", now, async () => ({ value }));
  await read("before");
  await logIn("bravo", "wrong");
  for (const [method, path] of [
    ["POST", "/reports"],
    ["POST", "/api/v1/validate/documents"],
    ["DELETE", "/nothing"],
  ] as const) {
    const response = await exports.default.fetch(`http://stele.test${path}`, { method, body: "{}" });
    await response.body?.cancel();
    expect(await read("after"), path).toBe("before");
  }
  await apply(FILE);
  expect(await read("after")).toBe("after");
});

test("where nobody has a password, wrong ones are refused without any limit", async () => {
  await apply(`accounts: [{subject: alpha, api_keys: ["sha256:${await sha256Hex("token")}"]}]`);
  for (let time = 0; time < 10; time += 1) expect((await logIn("alpha", "wrong")).status).toBe(401);
  expect((await logIn("alpha", "token")).status).toBe(200);
});

test("every door that asks for credentials says 429 where there were too many wrong ones", async () => {
  for (let time = 0; time < 4; time += 1) await logIn("bravo", "wrong");
  const headers = { authorization: `Basic ${btoa("bravo:wrong")}`, "cf-connecting-ip": `192.0.2.${address}` };
  const ask = async (method: string, path: string) =>
    (await exports.default.fetch(`http://stele.test${path}`, { method, headers })).status;
  expect([
    await ask("POST", "/reports"),
    await ask("GET", "/reports"),
    await ask("GET", "/results"),
    await ask("POST", "/results"),
    await ask("POST", "/api/v1/sboms"),
    await ask("GET", "/api/v1/certificates"),
    await ask("POST", "/api/v1/certificates"),
    await ask("GET", "/api/v1/webhooks"),
  ]).toEqual([429, 429, 429, 429, 429, 429, 429, 429]);
});

test("a hash that would cost too much is refused with the file", async () => {
  const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` };
  const body = FILE.replace("m=64,t=2,p=2", "m=131072,t=2,p=8");
  const response = await exports.default.fetch("http://stele.test/api/v1/accounts", { method: "PUT", body, headers });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ findings: [{ ruleId: "accounts-hash" }] });
});
