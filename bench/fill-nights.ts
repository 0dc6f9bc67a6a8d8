/** Clouds that report every night, put into the database at once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { loadScope } from "#core/standards/scopes/load-scope.ts";

import type { BenchWorker } from "./worker.ts";

/** Results of a report. */
export const RESULTS = 70;
/** Reports of a statement stay within the time that the database has for one. */
const CLOUDS_PER_STATEMENT = 50;

const SCOPE_FILE = "scopes/scs-compatible-iaas.yaml";
const { scope } = loadScope(
  SCOPE_FILE,
  readFileSync(join(import.meta.dirname, "../standards-src", SCOPE_FILE), "utf8"),
);
if (scope === undefined) throw new Error(`${SCOPE_FILE} cannot be read.`);

/** The scope that the reports are about: that of the demonstration with most testcases. */
export const SCOPE_UUID = scope.uuid;
/** What the reports test. */
export const TESTCASES: readonly string[] = [...scope.testcases.keys()].slice(0, RESULTS);

const FILL_REPORTS = `
  WITH RECURSIVE cloud (c) AS (SELECT ?2 UNION ALL SELECT c + 1 FROM cloud WHERE c < ?3),
                 night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < ?4)
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                      document_index, signature_sha256, key_name, key_type, key_blob)
  SELECT printf('bench-%04d-%03d', c, n), printf('bench-%04d', c), ?1,
         strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', printf('-%d days', ?4 - n), '-1 hours'),
         '', '', 'yaml', '', 0, '', '', '', '' FROM cloud, night`;

const FILL_LATEST = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  SELECT subject, scope_uuid, testcase.value, '*', 1, checked_at, '2999-01-01T00:00:00.000000Z', uuid
    FROM report, json_each(?1) AS testcase WHERE uuid BETWEEN ?2 AND ?3 AND substr(uuid, -3) = printf('%03d', ?4)`;

const FILL_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid)
  SELECT subject, scope_uuid, testcase.value, '*', checked_at, 1 - 2 * (substr(uuid, -1) % 2), uuid
    FROM report, json_each(?1) AS testcase
   WHERE uuid BETWEEN ?2 AND ?3 AND (substr(uuid, -3) + testcase.key) % ?4 = 0`;

/** Fills in clouds `bench-0001` and so on, of which each result changes once in so many nights. */
export async function fillNights(
  { db }: Pick<BenchWorker, "db">,
  {
    clouds,
    nights,
    nightsPerChange,
  }: { readonly clouds: number; readonly nights: number; readonly nightsPerChange: number },
): Promise<void> {
  const testcases = JSON.stringify(TESTCASES);
  const run = (sql: string, ...values: (string | number)[]) =>
    db
      .prepare(sql)
      .bind(...values)
      .run();
  for (let first = 1; first <= clouds; first += CLOUDS_PER_STATEMENT) {
    const last = Math.min(clouds, first + CLOUDS_PER_STATEMENT - 1);
    const range = [`bench-${pad(first)}-000`, `bench-${pad(last)}-999`] as const;
    await run(FILL_REPORTS, SCOPE_UUID, first, last, nights);
    await run(FILL_LATEST, testcases, ...range, nights);
    await run(FILL_CHANGES, testcases, ...range, nightsPerChange);
  }
}

function pad(number: number): string {
  return String(number).padStart(4, "0");
}
