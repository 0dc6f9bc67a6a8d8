// A stored standing is what the judge said of facts, rules and an instant, and counts for no others.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import type { SubjectStanding } from "#core/compliance/standing/standing.ts";

import { findHistory } from "../../../workers/standing/history-store.ts";
import { publishedScopes } from "../../../workers/standing/published-scopes.ts";
import { refreshStandings } from "../../../workers/standing/standing-clock.ts";
import { standingOf, standingsOf } from "../../../workers/standing/standing-store.ts";
import { forgetEverything } from "../../../workers/state/memory.ts";
import { currentSnapshot } from "../../../workers/state/site-context.ts";
import {
  createWorld,
  get,
  publish,
  reportYaml,
  SCOPE,
  SCOPE_UUID,
  upload,
  type TestAccount,
} from "../certification-world.ts";
import { costOf } from "../many-clouds.ts";

type Database = { readonly DB: D1Database };

let alpha: TestAccount;
let bravo: TestAccount;

beforeEach(async () => {
  ({ alpha, bravo } = await createWorld());
  await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1, "image-names": 1 } }));
});

async function question(subject = "alpha") {
  const snapshot = await currentSnapshot(env);
  const [published] = await publishedScopes(env, snapshot);
  if (published === undefined) throw new Error("the scope is not published");
  return { snapshot, pair: { subject, published } };
}

async function ask(database: Database = env, now = new Date()): Promise<SubjectStanding> {
  const { snapshot, pair } = await question();
  return standingOf(database, snapshot, pair, now);
}

const outcome = async (database: Database = env, now = new Date()) => (await ask(database, now)).evaluation.result;

async function run(sql: string, ...values: readonly unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run();
}

/** A database in which something happens just before the judgement is stored. */
function interrupted(happens: () => Promise<unknown>): Database {
  let batches = 0;
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "batch") {
        return async (statements: D1PreparedStatement[]) => {
          batches += 1;
          // The first batch reads the facts, the second one stores what they come to.
          if (batches === 2) await happens();
          return target.batch(statements);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value as () => unknown).bind(target) : value;
    },
  });
  return { DB };
}

const FAIL = "UPDATE latest_result SET value = -1 WHERE testcase = 'flavor-names'";

describe("a standing that was stored", () => {
  test("is read from one row", async () => {
    await ask();
    const { snapshot, pair } = await question();
    const cost = await costOf((counted) => standingOf(counted, snapshot, pair, new Date()));
    expect([cost.rowsRead <= 2, cost.statements, cost.rowsWritten]).toEqual([true, 1, 0]);
  });

  test("is judged by the upload already", async () => {
    const row = await env.DB.prepare("SELECT judged_version = version AS valid FROM standing").first("valid");
    expect(row).toBe(1);
  });

  test.each([
    ["a result that changes", FAIL],
    [
      "a result that comes",
      "INSERT INTO latest_result SELECT subject, scope_uuid, testcase, 'v2', -1, '2999', expires_at, report_uuid FROM latest_result WHERE testcase = 'flavor-names'",
    ],
    ["a result that goes", "DELETE FROM latest_result WHERE testcase = 'flavor-names'"],
    ["a result that is another cloud's", "UPDATE latest_result SET subject = 'bravo' WHERE testcase = 'flavor-names'"],
  ])("does not survive %s", async (_name, sql) => {
    expect(await outcome()).toBe(1);
    await run(sql);
    expect(await outcome()).not.toBe(1);
  });

  test("does not survive a step of a certificate", async () => {
    expect((await ask()).certificate).toBeUndefined();
    await run(
      `INSERT INTO certificate (number, id, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
       VALUES (0, '2026-0001', 'alpha', ?1, 'sample', 'Sample cloud', 'v2', '[]', 0)`,
      SCOPE_UUID,
    );
    const term = { evidence: [], validFrom: "2026-01-01T00:00:00Z", validUntil: "2099-01-01T00:00:00Z" };
    await run(
      `INSERT INTO certificate_event (certificate_id, number, kind, at, recorded_at, by_subject, reason, facts)
       VALUES ('2026-0001', 1, 'granted', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'board', 'So it is.', ?1)`,
      JSON.stringify(term),
    );
    expect((await ask()).certificate?.status.isValid).toBe(true);
  });

  test("does not survive its next change, however old the last look is", async () => {
    const { nextChange } = await ask();
    expect(nextChange).toBeDefined();
    const next = nextChange ?? new Date();
    const before = await ask(env, new Date(next.getTime() - 1));
    expect(before.evaluation.results.size).toBe(2);
    expect((await ask(env, next)).evaluation.results.size).toBeLessThan(2);
  });

  test("is not believed for an instant before it was judged", async () => {
    await ask(env, new Date("2090-01-01T00:00:00Z"));
    expect(await outcome()).toBe(1);
  });

  test("does not survive another text of the scope, or another time zone", async () => {
    expect((await ask()).evaluation.relevant).toEqual(["v2"]);
    await publish({ "scopes/sample.yaml": SCOPE.replace("v2: effective", "v2: deprecated") });
    forgetEverything();
    expect((await ask()).evaluation.validity).toBe("deprecated");
    const rules = "SELECT rules FROM standing";
    const before = await env.DB.prepare(rules).first("rules");
    const config = "site: {title: T, time_zone: Asia/Tokyo}\n";
    await publish({ "scopes/sample.yaml": SCOPE, "stele.config.yaml": config });
    forgetEverything();
    await ask();
    expect(await env.DB.prepare(rules).first("rules")).not.toBe(before);
  });

  test.each(["", "{}", "not JSON", '{"evaluation":{}}'])("and damaged to %j is judged anew", async (text) => {
    await ask();
    await run("UPDATE standing SET judgement = ?1", text);
    expect(await outcome()).toBe(1);
    expect(await env.DB.prepare("SELECT judgement FROM standing").first("judgement")).not.toBe(text);
  });
});

describe("a judgement", () => {
  beforeEach(async () => {
    await run("UPDATE standing SET judged_version = NULL, judgement = NULL");
  });

  test("of facts that changed before it was stored counts for nobody else", async () => {
    expect(await outcome(interrupted(() => run(FAIL)))).toBe(1);
    expect(await outcome()).toBe(-1);
  });

  test("that was never stored, because the process ended, is made by the next one", async () => {
    const ended = interrupted(() => Promise.reject(new Error("killed")));
    await expect(ask(ended)).rejects.toThrow("killed");
    expect(await outcome()).toBe(1);
  });

  test("of two at once is the same, and a later upload wins over both", async () => {
    const slow = interrupted(async () => {
      await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": -1, "image-names": 1 } }));
    });
    const [first, second] = await Promise.all([outcome(slow), outcome()]);
    expect([first, second]).toContain(1);
    expect(await outcome()).toBe(-1);
  });

  test("of a cloud without facts is not stored, and needs none", async () => {
    const { snapshot, pair } = await question("nobody");
    const [standing] = await standingsOf(env, snapshot, [pair], new Date());
    expect([standing?.hasReported, standing?.evaluation.result]).toEqual([false, null]);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM standing").first("n")).toBe(1);
  });
});

describe("the clock", () => {
  test("judges what is due, what changed and what has other rules, once", async () => {
    expect(await refreshStandings(env, new Date())).toBe(0);
    await run(FAIL);
    expect(await refreshStandings(env, new Date())).toBe(1);
    expect(await refreshStandings(env, new Date())).toBe(0);
    const { nextChange } = await ask();
    expect(await refreshStandings(env, nextChange ?? new Date())).toBe(1);
    await run("UPDATE standing SET rules = '0 of another judge'");
    expect(await refreshStandings(env, nextChange ?? new Date())).toBe(1);
  });
});

describe("a history that was kept", () => {
  const DAY_IN_MS = 86_400_000;
  const agoOf = (days: number) => new Date(Date.now() - days * DAY_IN_MS);

  beforeEach(async () => {
    for (const [night, value] of [1, 1, -1, 0, 1, -1, 1].entries()) {
      const checkedAt = agoOf(20 - 2 * night)
        .toISOString()
        .replace("T", " ")
        .replace("Z", "000");
      await upload(
        bravo,
        reportYaml({ subject: "bravo", checkedAt, results: { "flavor-names": value, "image-names": 1 } }),
      );
    }
  });

  const find = (database: Database, since: Date, isKept = true) =>
    findHistory(database, "bravo", SCOPE_UUID, since, { isKept });

  test("is the one that is read change by change, for every later instant too", async () => {
    await find(env, agoOf(500));
    for (const days of [500, 30, 19, 15, 10, 3, 0]) {
      const since = agoOf(days);
      const cost = await costOf((counted) => find(counted, since));
      expect(cost.rowsRead, String(days)).toBeLessThanOrEqual(3);
      const kept = await find(env, since);
      await run("UPDATE standing_history SET version = -1");
      expect(await find(env, since, false)).toEqual(kept);
      await run(
        "UPDATE standing_history SET version = (SELECT version FROM standing WHERE standing.subject = standing_history.subject)",
      );
    }
  });

  test("answers no earlier instant, and does not survive a change of the past or of a result", async () => {
    await find(env, agoOf(5));
    expect((await find(env, agoOf(500), false)).changes.length).toBeGreaterThan(
      (await find(env, agoOf(5))).changes.length,
    );
    await find(env, agoOf(500));
    const before = await find(env, agoOf(500));
    await run("DELETE FROM result_change WHERE number = (SELECT max(number) FROM result_change)");
    expect((await find(env, agoOf(500))).changes).toHaveLength(before.changes.length - 1);
    await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 0, "image-names": 1 } }));
    expect((await find(env, agoOf(500))).latest.find(({ testcase }) => testcase === "flavor-names")?.value).toBe(0);
  });

  test("and damaged is made anew", async () => {
    const before = await find(env, agoOf(500));
    await run("UPDATE standing_history SET history = '{}'");
    expect(await find(env, agoOf(500))).toEqual(before);
    expect(await env.DB.prepare("SELECT history FROM standing_history").first("history")).not.toBe("{}");
  });
});

describe("a cloud whose certificate is damaged", () => {
  beforeEach(async () => {
    await upload(bravo, reportYaml({ subject: "bravo", results: { "flavor-names": 1, "image-names": 1 } }));
    await run(
      `INSERT INTO certificate (number, id, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
       VALUES (0, '2026-0001', 'alpha', ?1, 'sample', 'Sample cloud', 'v2', 'damaged', 0)`,
      SCOPE_UUID,
    );
  });

  test("may report all the same", async () => {
    const response = await upload(alpha, reportYaml({ subject: "alpha", results: { "flavor-names": 1 } }));
    expect(response.status).toBe(200);
  });

  test("keeps no other from its verdict: in lists, exports and the clock", async () => {
    await run("UPDATE standing SET judged_version = NULL, next_change = ''");
    await refreshStandings(env, new Date());
    expect(
      await env.DB.prepare("SELECT judged_version AS v FROM standing WHERE subject = 'bravo'").first("v"),
    ).not.toBeNull();
    const { clouds } = await (
      await get("/certification.json")
    ).json<{ clouds: { subject: string; scopes: object }[] }>();
    expect(clouds.map(({ subject, scopes }) => [subject, Object.keys(scopes)])).toEqual([
      ["alpha", []],
      ["bravo", ["sample"]],
    ]);
    for (const path of ["/", "/certification", "/page/table", "/markdown/table", "/status", "/metrics"]) {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(new TextDecoder().decode(await response.arrayBuffer()), path).toContain("bravo");
    }
  });

  test("is not said to stand in any way", async () => {
    await expect(ask()).rejects.toThrow("cannot be judged");
    const badge = await (await get("/badges/alpha/sample.json")).json<{ message: string }>();
    expect(badge.message).toBe("status unavailable");
  });
});
