import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { deliverDue } from "../../../workers/notifications/deliver.ts";
import { signMessage } from "../../../workers/notifications/sign-message.ts";
import { noticeChanges } from "../../../workers/notifications/notification-store.ts";
import { ask, createWorld, get, reportYaml, upload, type TestAccount } from "../certification-world.ts";

const MS_PER_DAY = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * MS_PER_DAY);
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createWorld());
  await noticeChanges(env, new Date());
});

async function report(value: number, hours: number): Promise<void> {
  const results = { "flavor-names": value, "image-names": 1 };
  await upload(alpha, reportYaml({ subject: "alpha", results, checkedAt: hoursAgo(hours) }));
}

async function addHook(account: TestAccount, url = "https://hooks.example.org/stele"): Promise<Response> {
  return ask(account, "/api/v1/webhooks", { method: "POST", body: JSON.stringify({ url }) });
}

async function noticed(): Promise<unknown[]> {
  const { results } = await env.DB.prepare("SELECT kind, subject, testcases FROM notification ORDER BY number").all();
  return results;
}

/** A receiver that answers with the given statuses in turn, then 204. */
function receiver(...statuses: number[]) {
  const messages: { url: string; headers: Headers; body: string; method: string; redirect: string }[] = [];
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const { headers, method, redirect } = request;
    messages.push({ url, headers, body: await request.text(), method, redirect });
    return new Response(null, { status: statuses.shift() ?? 204 });
  };
  return { messages, send };
}

describe("what is noticed", () => {
  test("the first failure, once; the same failure the next night is no news", async () => {
    await report(1, 4);
    await report(-1, 3);
    await report(-1, 2);
    await noticeChanges(env, new Date());
    await noticeChanges(env, new Date());
    expect(await noticed()).toEqual([{ kind: "failure", subject: "alpha", testcases: '["flavor-names"]' }]);
  });

  test("the expiry of the last result, once", async () => {
    await report(1, 1);
    await noticeChanges(env, new Date());
    expect(await noticed()).toEqual([]);
    await noticeChanges(env, inDays(40));
    await noticeChanges(env, inDays(41));
    const [{ kind, testcases } = { kind: "", testcases: "" }] = (await noticed()) as Record<string, string>[];
    expect(kind).toBe("expiry");
    expect(testcases).toContain("image-names");
  });

  test("nothing of what happened before the first look", async () => {
    await env.DB.exec("DELETE FROM notice_cursor");
    await report(-1, 2);
    await noticeChanges(env, new Date());
    expect(await noticed()).toEqual([]);
  });
});

describe("a webhook", () => {
  test("has its messages signed like the example that Standard Webhooks publishes", async () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const signature = await signMessage(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", '{"test": 2432232314}');
    expect(signature).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  test("gets a message that its secret signs, as Standard Webhooks has it", async () => {
    const { id, secret } = await (await addHook(alpha)).json<{ id: string; secret: string }>();
    await report(-1, 2);
    await noticeChanges(env, new Date());
    const { messages, send } = receiver();
    await deliverDue(env, send, inDays(0.01));
    await deliverDue(env, send, inDays(9));
    expect(messages).toHaveLength(1);
    const [{ headers, body, url } = { headers: new Headers(), body: "", url: "" }] = messages;
    expect(url).toBe("https://hooks.example.org/stele");
    expect(JSON.parse(body)).toMatchObject({ type: "failure", subject: "alpha", testcases: ["flavor-names"] });
    const [messageId, timestamp] = [headers.get("webhook-id") ?? "", headers.get("webhook-timestamp") ?? ""];
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(headers.get("webhook-signature")).toBe(await signMessage(secret, messageId, timestamp, body));
    const log = await (await ask(alpha, "/api/v1/webhooks/deliveries")).json<{ deliveries: object[] }>();
    expect(log.deliveries).toMatchObject([
      { webhook: id, attempts: 1, lastOutcome: "answered 204", nextAttemptAt: null },
    ]);
  });

  test("that is down is tried again, ever later, and given up after eight attempts", async () => {
    await addHook(alpha);
    await report(-1, 2);
    await noticeChanges(env, new Date());
    const { messages, send } = receiver(...Array.from({ length: 20 }, () => 503));
    await deliverDue(env, send, inDays(0.001));
    await deliverDue(env, send, inDays(0.002));
    expect(messages).toHaveLength(1);
    for (let day = 1; day < 20; day += 1) await deliverDue(env, send, inDays(day * 2));
    expect(messages).toHaveLength(8);
    expect(new Set(messages.map(({ headers }) => headers.get("webhook-id"))).size).toBe(1);
  });

  test("is sent to its own address and nowhere else: a redirect is not followed", async () => {
    await addHook(alpha);
    await report(-1, 2);
    await noticeChanges(env, new Date());
    const { messages, send } = receiver(307, 204);
    await deliverDue(env, send, inDays(0.001));
    expect(messages).toMatchObject([{ url: "https://hooks.example.org/stele", method: "POST", redirect: "manual" }]);
    expect(messages[0]?.headers.get("content-type")).toBe("application/json");
    expect(messages[0]?.headers.get("user-agent")).toBe("Stele");
  });

  test("that throws or redirects counts as down", async () => {
    await addHook(alpha);
    await report(-1, 2);
    await noticeChanges(env, new Date());
    await deliverDue(env, () => Promise.reject(new Error("connection refused")), inDays(0.001));
    await deliverDue(env, receiver(302).send, inDays(1));
    const log = await (await ask(alpha, "/api/v1/webhooks/deliveries")).json<{ deliveries: object[] }>();
    expect(log.deliveries).toMatchObject([{ attempts: 2, lastOutcome: "answered 302", deliveredAt: null }]);
  });

  test("is seen by its account alone, its secret by nobody after it was made", async () => {
    const { id } = await (await addHook(alpha)).json<{ id: string }>();
    expect(await (await ask(bravo, "/api/v1/webhooks")).json()).toEqual({ webhooks: [] });
    const own = await (await ask(alpha, "/api/v1/webhooks")).text();
    expect(own).toContain(id);
    expect(own).not.toContain("secret");
    expect((await ask(bravo, `/api/v1/webhooks/${id}`, { method: "DELETE" })).status).toBe(404);
    expect((await ask(alpha, `/api/v1/webhooks/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await get("/api/v1/webhooks")).status).toBe(401);
  });

  test.each([
    ["http://hooks.example.org/"],
    ["https://127.0.0.1/"],
    ["https://0x7f000001/"],
    ["https://[::1]/"],
    ["https://localhost/"],
    ["https://db.internal/"],
    ["https://user:password@hooks.example.org/"],
    ["nonsense"],
  ])("at %s is refused", async (url) => {
    expect((await addHook(alpha, url)).status).toBe(422);
  });

  test.each([
    "",
    "null",
    "[]",
    "7",
    '"https://hooks.example.org/"',
    "{}",
    '{"url":7}',
    `{"url":"${"x".repeat(10_000)}"}`,
  ])("needs an address in an object: %.30j is refused with what to send", async (body) => {
    const response = await ask(alpha, "/api/v1/webhooks", { method: "POST", body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      title: "Not an address for messages",
      detail: 'Send `{"url": "https://…"}` with an address of at most 2,000 characters.',
    });
  });

  test("answers its secret once, to be kept by nobody on the way", async () => {
    const response = await addHook(alpha);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { id, url, createdAt, secret } = await response.json<Record<string, string>>();
    expect(url).toBe("https://hooks.example.org/stele");
    const listed = await ask(alpha, "/api/v1/webhooks");
    expect(listed.headers.get("cache-control")).toBe("no-store");
    expect(await listed.json()).toEqual({ webhooks: [{ id, url, createdAt }] });
    expect(secret).toMatch(/^whsec_/);
  });

  test("takes the log of its deliveries with it", async () => {
    const { id } = await (await addHook(alpha)).json<{ id: string }>();
    await report(-1, 2);
    await noticeChanges(env, new Date());
    const log = async () =>
      (await (await ask(alpha, "/api/v1/webhooks/deliveries")).json<{ deliveries: [] }>()).deliveries;
    expect(await log()).toHaveLength(1);
    expect(await (await ask(bravo, "/api/v1/webhooks/deliveries")).json()).toEqual({ deliveries: [] });
    await ask(alpha, `/api/v1/webhooks/${id}`, { method: "DELETE" });
    expect(await log()).toEqual([]);
  });

  test("waits five minutes, then a quarter of an hour, and so on, from the attempt on", async () => {
    await addHook(alpha);
    await report(-1, 2);
    await noticeChanges(env, new Date());
    const { messages, send } = receiver(...Array.from({ length: 20 }, () => 500));
    let at = Date.now() + 1_000;
    const waits = [];
    for (;;) {
      await deliverDue(env, send, new Date(at));
      const row = await env.DB.prepare("SELECT next_attempt_at AS next FROM delivery").first<{ next: string | null }>();
      if (row === null || row.next === null) break;
      const wait = Date.parse(row.next) - at;
      waits.push(wait / 60_000);
      expect(await deliverDue(env, send, new Date(at + wait - 1))).toBe(0);
      at += wait;
    }
    expect(waits).toEqual([5, 15, 60, 180, 360, 720, 1440]);
    expect(messages).toHaveLength(8);
    expect(messages[0]?.headers.get("webhook-timestamp")).toMatch(/^\d{10}$/);
  });

  test("is one of five at most", async () => {
    const statuses = [];
    for (let number = 0; number < 6; number += 1) statuses.push((await addHook(alpha)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 409]);
  });
});

test("the feed of a subject has failures and expiries, and no address of anybody", async () => {
  await addHook(alpha);
  await report(-1, 2);
  await noticeChanges(env, new Date());
  await noticeChanges(env, inDays(40));
  const response = await get("/certification/alpha/feed.xml");
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const feed = await response.text();
  expect(feed).toContain("<title>Test case flavor-names failed on alpha</title>");
  expect(feed).toContain("expired without a new result</title>");
  expect(feed).not.toContain("hooks.example.org");
  expect((await get("/certification/bravo/feed.xml")).status).toBe(200);
  expect((await get("/certification/nobody/feed.xml")).status).toBe(404);
});
