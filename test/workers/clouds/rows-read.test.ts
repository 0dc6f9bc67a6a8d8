// What is asked about one cloud costs the same whatever there is of others.
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { noticeChanges } from "../../../workers/notifications/notification-store.ts";
import { forgetFacts } from "../../../workers/state/memory.ts";
import { createWorld, get } from "../certification-world.ts";
import { lastCost } from "../main.ts";
import { addClouds, costOf, type Amount } from "../many-clouds.ts";

const FEW: Amount = { clouds: [1, 4], nights: 5, certificates: 1 };
const MANY: Amount = { clouds: [5, 40], nights: 50, certificates: 1 };
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

/** Rows of every address with few clouds, then with many. */
async function compareRows(paths: readonly string[]): Promise<void> {
  await addClouds(FEW);
  const few: [string, number][] = [];
  for (const path of paths) few.push([path, await rowsOf(path)]);
  await addClouds(MANY);
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

test("the clock looks at new changes only", async () => {
  const costs: number[] = [];
  for (const amount of [FEW, MANY]) {
    await addClouds(amount);
    await noticeChanges(env, new Date());
    costs.push((await costOf((counted) => noticeChanges(counted, new Date()))).rowsRead);
  }
  expect(costs[1]).toBe(costs[0]);
});
