/** Reports that arrive late, and uploads of many: the past is the same whatever came first, and costs few statements. */
import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";

import { noticeChanges } from "../../../workers/notifications/notification-store.ts";
import { createWorld, reportYaml, SCOPE_UUID, upload, type World } from "../certification-world.ts";
import { lastCost } from "../main.ts";

let world: World;
const DAY = 86_400_000;

beforeEach(async () => {
  world = await createWorld();
});

interface Night {
  readonly at: number;
  readonly results: Readonly<Record<string, number>>;
}

function yamlOf({ at, results }: Night): string {
  return reportYaml({ subject: "alpha", results, checkedAt: new Date(at).toISOString() });
}

async function send(nights: readonly Night[], headers: Record<string, string> = {}): Promise<void> {
  const response = await upload(world.alpha, nights.map(yamlOf).join(""), { headers });
  expect(response.status).toBe(200);
}

interface Change {
  readonly testcase: string;
  readonly at: string;
  readonly value: number | null;
}

async function changes(): Promise<readonly Change[]> {
  const { results } = await env.DB.prepare("SELECT testcase, at, value FROM result_change ORDER BY at, number").all();
  return results as unknown as Change[];
}

/** What the history says of a testcase at an instant; undefined before its first change. */
function valueAt(all: readonly Change[], testcase: string, at: number): number | null | undefined {
  const until = new Date(at).toISOString();
  return all.findLast((change) => change.testcase === testcase && change.at.slice(0, 23) <= until.slice(0, 23))?.value;
}

/** At a whole second of some days ago, so that instants compare as they are written. */
function daysAgo(days: number): number {
  return Math.floor((Date.now() - days * DAY) / 1_000) * 1_000;
}

function night(days: number, value: number): Night {
  return { at: daysAgo(days), results: { "flavor-names": value } };
}

test("nights that are sent in any order are all in the history and in /results", async () => {
  const nights = [night(3, 1), night(5, -1), night(4, 0), night(2, 1)];
  for (const one of nights) await send([one]);
  const history = (await changes()).map(({ value }) => value);
  expect(history).toEqual([-1, 0, 1]);
  const { board } = world;
  const authorization = `Basic ${btoa(`${board.subject}:${board.token}`)}`;
  const answer = await exports.default.fetch("http://stele.test/results?limit=100", { headers: { authorization } });
  const listed = await answer.json<{ checked_at: string; result: number; approval: boolean }[]>();
  expect(listed.map(({ result, approval }) => [result, approval])).toEqual([
    [-1, false],
    [0, false],
    [1, true],
    [1, true],
  ]);
  const latest = await env.DB.prepare("SELECT value, checked_at FROM latest_result").first();
  expect(latest).toMatchObject({
    value: 1,
    checked_at: expect.stringContaining(new Date(daysAgo(2)).toISOString().slice(0, 10)),
  });
});

test("a bad night that is sent late ends with the next good one, which was there already", async () => {
  await send([night(6, 1)]);
  await send([night(4, 1)]);
  await send([night(2, 1)]);
  await send([night(5, -1)]);
  expect((await changes()).map(({ value }) => value)).toEqual([1, -1, 1]);
  const all = await changes();
  expect([5.5, 5, 4.5, 4, 3].map((days) => valueAt(all, "flavor-names", daysAgo(days)))).toEqual([1, -1, -1, 1, 1]);
});

test("a late night within a gap is known until it expires", async () => {
  await send([night(100, 1)]);
  await send([night(1, 1)]);
  await send([night(50, -1)]);
  expect((await changes()).map(({ value }) => value)).toEqual([1, null, -1, null, 1]);
});

test("what arrives late is no news to the provider, whatever it says", async () => {
  await noticeChanges(env, new Date());
  await send([night(6, -1)]);
  await send([night(2, -1)]);
  await noticeChanges(env, new Date());
  expect(await env.DB.prepare("SELECT count(*) AS n FROM notification").first("n")).toBe(1);
  await send([night(4, 1)]);
  await send([night(5, -1), night(7, -1)]);
  await noticeChanges(env, new Date());
  expect(await env.DB.prepare("SELECT count(*) AS n FROM notification WHERE kind = 'failure'").first("n")).toBe(1);
});

/** Numbers that look random and are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("of nine random nights (%i)", (seed) => {
  test("the history says the same whether they came in order, shuffled, or in uploads of several", async () => {
    const random = numbersFrom(seed);
    const nights = Array.from({ length: 9 }, (_nothing, index): Night => {
      const value = () => [1, 1, 0, -1][Math.floor(random() * 4)] ?? 1;
      return { at: daysAgo(12 - index), results: { "flavor-names": value(), "image-names": value() } };
    });
    const shuffled = nights.map((one) => [random(), one] as const).toSorted(([a], [b]) => a - b);
    for (let begin = 0; begin < shuffled.length;) {
      const size = 1 + Math.floor(random() * 4);
      const prefer = random() < 0.5 ? { prefer: "per-document" } : {};
      await send(
        shuffled.slice(begin, begin + size).map(([, one]) => one),
        prefer,
      );
      begin += size;
    }
    const all = await changes();
    for (const [index, { at, results }] of nights.entries()) {
      const until = nights[index + 1]?.at ?? at + DAY;
      for (const [testcase, value] of Object.entries(results)) {
        const said = [at, (at + until) / 2, until - 1_000].map((instant) => valueAt(all, testcase, instant));
        expect([testcase, index, said]).toEqual([testcase, index, [value, value, value]]);
      }
    }
    expect(all.filter(({ value }) => value === null)).toEqual([]);
    const { results } = await env.DB.prepare("SELECT testcase, value FROM latest_result ORDER BY testcase").all();
    expect(results).toEqual(
      Object.entries(nights.at(-1)?.results ?? {}).map(([testcase, value]) => ({ testcase, value })),
    );
  });
});

describe.each([
  ["nights of one cloud", false],
  ["nights of one cloud, each judged by itself", true],
])("an upload of %s", (_name, isPerDocument) => {
  test.each([1, 50, 200])("of %i documents takes less than a hundred statements", async (count) => {
    const nights = Array.from({ length: count }, (_nothing, index) => {
      const value = index % 3 === 0 ? -1 : 1;
      return {
        at: daysAgo(0.1) - index * 3_600_000,
        results: { "flavor-names": value, "image-names": 1, entropy: value },
      };
    });
    const headers: Record<string, string> = isPerDocument ? { prefer: "per-document" } : {};
    const response = await upload(world.alpha, nights.map(yamlOf).join(""), { headers });
    const { statements } = lastCost();
    expect(response.status).toBe(200);
    expect(statements).toBeLessThan(60);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM report").first("n")).toBe(count);
  });
});

test("an upload of many clouds by their delegate takes as few", async () => {
  const subjects = Array.from({ length: 100 }, (_nothing, index) => `cloud-${index}`);
  await env.DB.batch(
    subjects.flatMap((subject) => [
      env.DB.prepare("INSERT INTO account (subject, demo) VALUES (?1, 0)").bind(subject),
      env.DB.prepare("INSERT INTO delegation (subject, delegate) VALUES (?1, 'ci')").bind(subject),
    ]),
  );
  const documents = subjects.flatMap((subject) =>
    [1, 2].map((days) =>
      reportYaml({
        subject,
        results: { "flavor-names": 1 },
        checkedAt: new Date(daysAgo(days)).toISOString(),
        scopeUuid: SCOPE_UUID,
      }),
    ),
  );
  const response = await upload(world.ci, documents.join(""));
  const { statements } = lastCost();
  expect([response.status, (await response.json<{ reports: unknown[] }>()).reports.length]).toEqual([200, 200]);
  expect(statements).toBeLessThan(60);
});
