// How many clouds pass a test case is counted by triggers; counting all results anew says the same.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { timestampOf } from "#core/base/time/timestamp.ts";

import { countPassing, forgetExpired, type Passing } from "../../../workers/pages/requirements/passing-store.ts";

const NAMES = ["alpha", "bravo", "charlie"] as const;
const name = fc.constantFrom(...NAMES);
const scope = fc.constantFrom("one", "two");
const version = fc.constantFrom("*", "v1");
const value = fc.constantFrom(1, 0, -1);
/** Seconds from now. */
const seconds = fc.integer({ min: -8, max: 12 });

const write = fc.record({ kind: fc.constant("write" as const), name, scope, version, value, seconds });
const other = fc.record({
  kind: fc.constantFrom("end", "demo", "no demo", "clock", "time", "account goes"),
  name,
  scope,
});

const REPORT = `
  INSERT OR IGNORE INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                                document_index, signature_sha256, key_name, key_type, key_blob)
  VALUES ('r', 'alpha', 'one', '', '', '', 'yaml', '', 0, '', '', '', '')`;

const WRITE = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  VALUES (?1, ?2, 'names', ?3, ?4, '', ?5, 'r')
  ON CONFLICT (subject, scope_uuid, testcase, version) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;

const ACCOUNT = `INSERT INTO account (subject, demo) VALUES (?1, ?2) ON CONFLICT (subject) DO UPDATE SET demo = excluded.demo`;

/** The same from all results. */
async function countAnew(now: Date): Promise<ReadonlyMap<string, Passing>> {
  const { results } = await env.DB.prepare("SELECT * FROM latest_result WHERE expires_at > ?1")
    .bind(timestampOf(now))
    .all<{ subject: string; scope_uuid: string; testcase: string; value: number }>();
  const accounts = await env.DB.prepare("SELECT subject FROM account WHERE demo = 1").all<{ subject: string }>();
  const demo = new Set(accounts.results.map(({ subject }) => subject));
  const counted = Map.groupBy(results, (row) => `${row.scope_uuid} ${row.testcase}`);
  return new Map(
    [...counted].map(([key, rows]) => {
      const tested = new Set(rows.map(({ subject }) => subject));
      const passing = new Set(rows.filter((row) => row.value === 1).map(({ subject }) => subject));
      return [key, { tested: tested.size, passing: passing.size, hasDemo: tested.intersection(demo).size > 0 }];
    }),
  );
}

test("whatever is written, expires, goes or becomes a demonstration", async () => {
  await env.DB.prepare(REPORT).run();
  let now = Date.now() + 1_000;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: write }, other), { maxLength: 12 }), async (steps) => {
      for (const step of steps) {
        const { kind } = step;
        if ("value" in step) {
          const expires = timestampOf(new Date(now + step.seconds * 1_000));
          await env.DB.prepare(WRITE).bind(step.name, step.scope, step.version, step.value, expires).run();
        } else if (kind === "time") now += 3_000;
        else if (kind === "clock") await forgetExpired(env, new Date(now));
        else if (kind === "end") {
          await env.DB.prepare("DELETE FROM latest_result WHERE subject = ?1").bind(step.name).run();
        } else if (kind === "account goes") {
          await env.DB.prepare("DELETE FROM account WHERE subject = ?1").bind(step.name).run();
        } else {
          await env.DB.prepare(ACCOUNT)
            .bind(step.name, kind === "demo" ? 1 : 0)
            .run();
        }
      }
      const counted = await countPassing(env, new Date(now));
      expect(counted).toEqual(await countAnew(new Date(now)));
    }),
    { numRuns: 40 },
  );
});
