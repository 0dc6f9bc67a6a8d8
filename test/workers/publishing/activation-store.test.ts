import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";

import { activateSnapshot, importSnapshot } from "../../../workers/publishing/activation-store.ts";

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));
const nothing = () => [];

beforeEach(async () => {
  const insert = env.DB.prepare("INSERT INTO snapshot (id, created_at) VALUES (?1, '2026-01-01T00:00:00.000Z')");
  await env.DB.batch(["a", "b", "c"].map((id) => insert.bind(id)));
});

async function current(): Promise<unknown> {
  return env.DB.prepare("SELECT snapshot_id AS id, activated_at AS at FROM current_snapshot").first();
}

async function log(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    "SELECT snapshot_id || ' ' || substr(activated_at, 9, 2) || ' ' || imported AS line FROM activation ORDER BY number",
  ).all<{ line: string }>();
  return results.map(({ line }) => line);
}

test("what is activated is current from then on, also where it was before", async () => {
  expect(await activateSnapshot(env, "a", at(2), nothing)).toEqual({
    snapshotId: "a",
    activatedAt: "2026-01-02T00:00:00.000Z",
  });
  await activateSnapshot(env, "b", at(3), nothing);
  await activateSnapshot(env, "a", at(4), nothing);
  expect(await current()).toEqual({ id: "a", at: "2026-01-04T00:00:00.000Z" });
  expect(await log()).toEqual(["a 02 0", "b 03 0", "a 04 0"]);
});

test("the log never runs backwards, even where a clock does, and the last one counts", async () => {
  await activateSnapshot(env, "a", at(5), nothing);
  expect(await activateSnapshot(env, "b", at(3), nothing)).toEqual({
    snapshotId: "b",
    activatedAt: "2026-01-05T00:00:00.000Z",
  });
  expect(await current()).toEqual({ id: "b", at: "2026-01-05T00:00:00.000Z" });
});

test("statements of others are part of the same transaction: one that fails leaves everything as it was", async () => {
  await activateSnapshot(env, "a", at(2), nothing);
  const failing = (db: D1Database) => [db.prepare("INSERT INTO snapshot (id) VALUES (NULL)")];
  await expect(activateSnapshot(env, "b", at(3), failing)).rejects.toThrow();
  await expect(importSnapshot(env, "b", at(1), failing)).rejects.toThrow();
  expect(await log()).toEqual(["a 02 0"]);
  expect(await current()).toEqual({ id: "a", at: "2026-01-02T00:00:00.000Z" });
});

test("past states come in order and before what was published here, and none becomes current then", async () => {
  expect(await importSnapshot(env, "a", at(2), nothing)).toEqual({
    ok: true,
    value: { snapshotId: "a", activatedAt: "2026-01-02T00:00:00.000Z" },
  });
  expect(await current()).toEqual({ id: "a", at: "2026-01-02T00:00:00.000Z" });
  await activateSnapshot(env, "b", at(10), nothing);
  expect((await importSnapshot(env, "c", at(3), nothing)).ok).toBe(true);
  expect(await current()).toEqual({ id: "b", at: "2026-01-10T00:00:00.000Z" });
  const limits = { lastImported: "2026-01-03T00:00:00.000Z", firstPublished: "2026-01-10T00:00:00.000Z" };
  for (const day of [1, 3, 10, 11])
    expect(await importSnapshot(env, "b", at(day), nothing)).toEqual({ ok: false, failure: limits });
  expect(await log()).toEqual(["a 02 1", "b 10 0", "c 03 1"]);
});

test("a limit that there is none of is not named", async () => {
  await activateSnapshot(env, "a", at(2), nothing);
  expect(await importSnapshot(env, "b", at(2), nothing)).toEqual({
    ok: false,
    failure: { lastImported: undefined, firstPublished: "2026-01-02T00:00:00.000Z" },
  });
});

test("repeating an import changes nothing and runs nothing, also where later ones followed", async () => {
  await importSnapshot(env, "a", at(2), nothing);
  await importSnapshot(env, "b", at(3), nothing);
  let asked = 0;
  const counting = () => ((asked += 1), []);
  expect(await importSnapshot(env, "a", at(2), counting)).toEqual({
    ok: true,
    value: { snapshotId: "a", activatedAt: "2026-01-02T00:00:00.000Z" },
  });
  expect(asked).toBe(0);
  expect((await importSnapshot(env, "b", at(2), counting)).ok).toBe(false);
  expect(await log()).toEqual(["a 02 1", "b 03 1"]);
});
