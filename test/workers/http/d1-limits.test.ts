/** What the tests' database refuses, so that a green test means that D1 would take it. */
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";

import { D1_LIMITS, D1LimitExceeded, limitDatabase, noCost } from "../d1-limits.ts";

test.each([
  [
    "a statement over 100,000 bytes",
    (db: D1Database) => db.prepare(`SELECT '${"x".repeat(D1_LIMITS.statementBytes)}'`),
  ],
  [
    "more than 100 parameters",
    (db: D1Database) => db.prepare("SELECT ?1").bind(...Array.from({ length: 101 }, () => 1)),
  ],
  ["a value over 2,000,000 bytes", (db: D1Database) => db.prepare("SELECT ?1").bind("ä".repeat(1_000_001))],
])("%s is refused", (_, use) => {
  expect(() => use(limitDatabase(env.DB, noCost()))).toThrow(D1LimitExceeded);
});

test("the thousand and first statement of a request is refused, a batch counts each of its own", async () => {
  const db = limitDatabase(env.DB, noCost());
  const one = db.prepare("SELECT 1");
  await db.batch(Array.from({ length: D1_LIMITS.statements }, () => one));
  await expect(one.all()).rejects.toThrow("more than 1000 statements");
});

test("rows and statements are counted, and answers are those of the database", async () => {
  const cost = noCost();
  const db = limitDatabase(env.DB, cost);
  await db.prepare("INSERT INTO account (subject, roles) VALUES (?1, 0)").bind("alpha").run();
  expect(await db.prepare("SELECT subject FROM account").first()).toEqual({ subject: "alpha" });
  expect(await db.prepare("SELECT subject FROM account").first("subject")).toBe("alpha");
  expect(await db.prepare("SELECT subject FROM account WHERE subject = ?1").bind("bravo").first()).toBeNull();
  expect(cost).toMatchObject({ statements: 4, longestValue: 5 });
  expect(cost.rowsRead).toBeGreaterThanOrEqual(2);
});
