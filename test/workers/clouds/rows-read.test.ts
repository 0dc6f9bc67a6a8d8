// What is asked about one cloud costs the same whatever there is of others.
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { noticeChanges } from "../../../workers/notifications/notification-store.ts";
import { refreshStandings } from "../../../workers/standing/standing-clock.ts";
import { forgetEverything, forgetFacts } from "../../../workers/state/memory.ts";
import { createWorld, get, publish, SCOPE, SCOPE_UUID } from "../certification-world.ts";
import { lastCost } from "../main.ts";
import { addClouds, costOf, type Amount } from "../many-clouds.ts";

const FEW: Amount = { clouds: [1, 4], nights: 5, certificates: 1 };
const MANY: Amount = { clouds: [5, 40], nights: 50, certificates: 1 };
const NIGHTS: Amount = { clouds: [41, 42], nights: 1_500, certificates: 1 };
/** A full page of a list, and ten of them. */
const PAGE: Amount = { clouds: [1, 60], nights: 5, certificates: 1 };
const PAGES: Amount = { clouds: [61, 600], nights: 5, certificates: 2 };
/** Rows that a page or a badge may read. */
const MOST_ROWS = 300;

beforeEach(async () => {
  await createWorld();
});

/** Rows that a second request reads: the first one learns which state is published. */
async function rowsOf(path: string): Promise<number> {
  await (await get(path)).arrayBuffer();
  forgetFacts();
  const response = await get(path);
  expect(response.status, path).toBe(200);
  await response.arrayBuffer();
  return lastCost().rowsRead;
}

function uuidOf(index: number): string {
  return SCOPE_UUID.replace("11111111", `2222222${index}`);
}

/** As the clock does, until nothing is left. */
async function judgeAll(): Promise<void> {
  while ((await refreshStandings(env, new Date())) > 0);
}

/** Rows of every address with few clouds, then with many. */
async function compareRows(paths: readonly string[], small = FEW, large = MANY): Promise<void> {
  await addClouds(small);
  await judgeAll();
  const few: [string, number][] = [];
  for (const path of paths) few.push([path, await rowsOf(path)]);
  await addClouds(large);
  await judgeAll();
  const many: [string, number][] = [];
  for (const path of paths) many.push([path, await rowsOf(path)]);
  expect(many).toEqual(few);
  for (const [path, rows] of many) expect(rows, path).toBeLessThanOrEqual(MOST_ROWS);
}

test("badges, metrics and details of a cloud read its own rows only", async () => {
  await compareRows([
    "/badges/many-00002/sample.svg",
    "/badges/many-00002/recommended.svg",
    "/badges/nobody/sample.svg",
    "/badges/many-00002/sample/embed",
    "/metrics/many-00002",
    "/status?subject=many-00002",
    "/page/detail/many-00002/sample",
    "/certification/many-00002/sample",
    "/certification/many-00002/sample.json",
  ]);
});

test("the status page of a cloud that changed on three hundred nights reads no row for each", async () => {
  await addClouds(NIGHTS);
  for (const file of ["sample", "sample.json", "sample/history.json", "sample/feed.xml"]) {
    expect(await rowsOf(`/certification/many-00041/${file}`), file).toBeLessThanOrEqual(MOST_ROWS);
  }
});

test("the clock looks at new changes only", async () => {
  const costs: number[] = [];
  for (const amount of [FEW, MANY]) {
    await addClouds(amount);
    await noticeChanges(env, new Date());
    costs.push((await costOf((counted) => noticeChanges(counted, new Date()))).rowsRead);
  }
  expect(costs[1]).toBe(costs[0]);
});

/** Lists of clouds, in part and as data. */
const LISTS = [
  "/",
  "/certification",
  "/certification?after=many-00003",
  "/certification?q=many",
  "/certification?q=ma",
  "/certification?q=nobody",
  "/certification.json",
  "/page/table",
  "/fragment/table_full",
];

test("a part of a list of clouds reads the rows of the part, remembered or not", async () => {
  await compareRows(LISTS, PAGE, PAGES);
  for (const path of LISTS) {
    await (await get(path)).arrayBuffer();
    // A list that is asked for again, and of which nothing changed, is the one that was made.
    await (await get(path)).arrayBuffer();
    expect(lastCost().rowsRead, path).toBeLessThanOrEqual(2);
    forgetEverything();
    await (await get(path)).arrayBuffer();
    expect(lastCost().rowsRead, path).toBeLessThanOrEqual(MOST_ROWS);
  }
});

test("a part of a list has fewer lines where there are more scopes, and reads no more rows", async () => {
  const scopes = Array.from({ length: 7 }, (_value, index) => [
    `scopes/other-${index}.yaml`,
    SCOPE.replace(SCOPE_UUID, uuidOf(index)).replace("name: Sample cloud", `name: Other ${index}`),
  ]);
  const described = Array.from({ length: 60 }, (_value, index) => `many-${String(index + 1).padStart(5, "0")}`);
  const provider = `provider: {id: wide, name: Wide}\nofferings: [{name: W, subjects: [${described.join(", ")}]}]\n`;
  await publish({ "scopes/sample.yaml": SCOPE, ...Object.fromEntries(scopes), "providers/wide.yaml": provider });
  await addClouds({ clouds: [1, 120], nights: 1, certificates: 0 });
  for (let index = 0; index < scopes.length; index += 1) {
    await env.DB.prepare(
      `INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
       SELECT subject, ?1, testcase, version, value, checked_at, expires_at, report_uuid FROM latest_result
        WHERE scope_uuid = ?2 AND testcase = 'flavor-names'`,
    )
      .bind(uuidOf(index), SCOPE_UUID)
      .run();
  }
  await judgeAll();
  for (const path of ["/", "/certification", "/certification?from=60", "/certification.json?q=many", "/page/table"]) {
    expect(await rowsOf(path), path).toBeLessThanOrEqual(2);
    forgetEverything();
    await (await get("/certification?q=nobody")).arrayBuffer();
    await (await get(path)).arrayBuffer();
    const { rowsRead } = lastCost();
    expect([path, rowsRead <= MOST_ROWS, rowsRead]).toEqual([path, true, rowsRead]);
  }
});

test("who has all standings is told so from a few rows", async () => {
  await addClouds(PAGE);
  await judgeAll();
  for (const path of ["/metrics", "/status"]) {
    const first = await get(path);
    await first.arrayBuffer();
    const again = await get(path, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status, path).toBe(304);
    expect(lastCost().rowsRead, path).toBeLessThanOrEqual(20);
  }
});

test("the clock finds what is due without looking at the rest", async () => {
  const costs: number[] = [];
  for (const amount of [FEW, MANY]) {
    await addClouds(amount);
    await judgeAll();
    costs.push((await costOf((counted) => refreshStandings({ ...env, ...counted }, new Date()))).rowsRead);
  }
  expect(costs[1]).toBe(costs[0]);
});
