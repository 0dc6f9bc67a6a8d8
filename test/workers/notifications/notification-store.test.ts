import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { isKnownSubject, listNotifications, noticeChanges } from "../../../workers/notifications/notification-store.ts";

const SCOPE = "11111111-2222-4333-8444-555555555555";
const OTHER_SCOPE = "99999999-2222-4333-8444-555555555555";
const NOW = new Date("2026-11-20T12:00:00Z");
const REPORT = "0b1c2d3e-4f50-4123-8abc-0123456789ab";
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

async function run(sql: string, ...values: readonly unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run();
}

async function addReport(uuid: string): Promise<void> {
  await run(
    `INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                         document_index, signature_sha256, key_name, key_type, key_blob)
     VALUES (?1, 'alpha', 's', '2026', '2026', 'alpha', 'yaml', 'd', 0, 's', 'k', 't', 'b')`,
    uuid,
  );
}

async function change(
  testcase: string,
  value: number | null,
  more: { at?: string; subject?: string; scope?: string } = {},
) {
  const { at = "2026-11-20T11:00:00.000000Z", subject = "alpha", scope = SCOPE } = more;
  await run(
    `INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid)
     VALUES (?1, ?2, ?3, '*', ?4, ?5, ?6)`,
    subject,
    scope,
    testcase,
    at,
    value,
    value === null ? null : REPORT,
  );
}

async function latest(
  testcase: string,
  expiresAt: string,
  more: { version?: string; subject?: string; scope?: string } = {},
) {
  const { version = "*", subject = "alpha", scope = SCOPE } = more;
  await run(
    `INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
     VALUES (?1, ?2, ?3, ?4, 1, '2026-11-01T00:00:00.000000Z', ?5, ?6)`,
    subject,
    scope,
    testcase,
    version,
    expiresAt,
    REPORT,
  );
}

async function noticed() {
  const found = await listNotifications(env, "alpha", 50);
  return found.map(({ kind, at, testcases }) => `${kind} ${at} ${testcases.join(",")}`);
}

beforeEach(async () => {
  await addReport(REPORT);
});

describe("a failure is noticed", () => {
  test("with all that the notification has to say, test cases by their names", async () => {
    await noticeChanges(env, NOW);
    await change("b", -1);
    await change("a", -1);
    await change("c", 1);
    await change("d", 0);
    await change("e", null);
    await noticeChanges(env, NOW);
    expect(await listNotifications(env, "alpha", 50)).toEqual([
      {
        number: 1,
        kind: "failure",
        subject: "alpha",
        scopeUuid: SCOPE,
        at: "2026-11-20T11:00:00.000000Z",
        testcases: ["a", "b"],
        reportUuid: REPORT,
      },
    ]);
  });

  test("once for each time and each scope", async () => {
    await noticeChanges(env, NOW);
    await change("a", -1, { at: "2026-11-20T11:00:00.000000Z" });
    await change("a", -1, { at: "2026-11-20T11:00:00.000001Z" });
    await change("a", -1, { scope: OTHER_SCOPE });
    await noticeChanges(env, NOW);
    expect(await noticed()).toHaveLength(3);
  });

  test("not where it happened before the first look, and not again", async () => {
    await change("old", -1);
    await noticeChanges(env, NOW);
    await change("new", -1);
    await noticeChanges(env, NOW);
    await noticeChanges(env, later(60));
    expect(await noticed()).toEqual(["failure 2026-11-20T11:00:00.000000Z new"]);
  });
});

describe("an expiry is noticed", () => {
  test("from its very instant on, once, test cases by their names", async () => {
    await noticeChanges(env, later(-10));
    await latest("b", "2026-11-20T12:00:00.000000Z");
    await latest("a", "2026-11-20T12:00:00.000000Z");
    await noticeChanges(env, later(-1));
    expect(await noticed()).toEqual([]);
    await noticeChanges(env, NOW);
    await noticeChanges(env, NOW);
    await noticeChanges(env, later(1));
    expect(await noticed()).toEqual(["expiry 2026-11-20T12:00:00.000000Z a,b"]);
    expect((await listNotifications(env, "alpha", 1))[0]).not.toHaveProperty("reportUuid");
  });

  test("not where it was before the first look, nor at the instant of that look", async () => {
    await latest("a", "2026-11-20T12:00:00.000000Z");
    await noticeChanges(env, NOW);
    await noticeChanges(env, later(1));
    expect(await noticed()).toEqual([]);
  });

  test("not while the test case has another result of the same cloud in the same scope that still counts", async () => {
    await noticeChanges(env, later(-10));
    await latest("a", "2026-11-20T12:00:00.000000Z", { version: "v1" });
    await latest("a", "2026-11-20T12:00:00.000001Z", { version: "v2" });
    await noticeChanges(env, NOW);
    expect(await noticed()).toEqual([]);
    await noticeChanges(env, later(1));
    expect(await noticed()).toEqual(["expiry 2026-11-20T12:00:00.000001Z a"]);
  });

  test.each([
    ["another test case", "b", {}],
    ["another cloud", "a", { subject: "bravo" }],
    ["another scope", "a", { scope: OTHER_SCOPE }],
  ])("whatever counts for %s", async (_, testcase, more) => {
    await noticeChanges(env, later(-10));
    await latest("a", "2026-11-20T12:00:00.000000Z");
    await latest(testcase, "2027-01-01T00:00:00.000000Z", more);
    await noticeChanges(env, NOW);
    expect(await noticed()).toEqual(["expiry 2026-11-20T12:00:00.000000Z a"]);
  });
});

test("the newest come first, those of other clouds not at all, and no more than were asked for", async () => {
  await noticeChanges(env, NOW);
  await change("a", -1);
  await noticeChanges(env, NOW);
  await change("b", -1, { at: "2026-11-20T10:00:00.000000Z" });
  await change("c", -1, { subject: "bravo" });
  await noticeChanges(env, NOW);
  const all = ["failure 2026-11-20T10:00:00.000000Z b", "failure 2026-11-20T11:00:00.000000Z a"];
  expect(await noticed()).toEqual(all);
  expect(await listNotifications(env, "alpha", 1)).toHaveLength(1);
});

test("messages are queued for the webhooks of the subject alone, and counted", async () => {
  for (const subject of ["alpha", "bravo"]) {
    await run(`INSERT INTO account (subject, roles, demo) VALUES (?1, 0, 0)`, subject);
    await run(
      "INSERT INTO webhook (id, subject, url, secret, created_at) VALUES (?1, ?1, 'https://a.example/', 's', '2026')",
      subject,
    );
  }
  expect(await noticeChanges(env, NOW)).toBe(0);
  await change("a", -1);
  expect(await noticeChanges(env, NOW)).toBe(1);
  expect(await noticeChanges(env, NOW)).toBe(0);
  const { results } = await env.DB.prepare(
    "SELECT webhook_id AS id, next_attempt_at AS at, attempts FROM delivery",
  ).all();
  expect(results).toEqual([{ id: "alpha", at: "2026-11-20T12:00:00.000Z", attempts: 0 }]);
});

test("a subject is known that has an account or a result", async () => {
  await run("INSERT INTO account (subject, roles, demo) VALUES ('bravo', 0, 0)");
  await latest("a", "2026-11-20T12:00:00.000000Z");
  const known = await Promise.all(["alpha", "bravo", "charlie"].map((subject) => isKnownSubject(env, subject)));
  expect(known).toEqual([true, true, false]);
});
