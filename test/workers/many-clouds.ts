/** Clouds by the dozen, straight into the database: for tests of what an address costs whatever there is. */
import { env } from "cloudflare:workers";

import { noCost, limitDatabase, type DatabaseCost } from "./d1-limits.ts";
import { SCOPE_UUID } from "./certification-world.ts";

/** How much there is: clouds with results of the sample scope, nights of reports for each, certificates for each. */
export interface Amount {
  /** Numbers of the first and the last one. */
  readonly clouds: readonly [first: number, last: number];
  readonly nights: number;
  readonly certificates: number;
}

/** As many as real scopes have; the sample scope knows the first ones only, and all are read. */
const TESTCASES = JSON.stringify([
  "flavor-names",
  "image-names",
  ...Array.from({ length: 58 }, (_value, index) => `testcase-${index}`),
]);

const COUNTING = `
  WITH RECURSIVE cloud (c) AS (SELECT ?4 UNION ALL SELECT c + 1 FROM cloud WHERE c < ?2),
                 night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < ?3)`;

const FILL_REPORTS = `${COUNTING}
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                      document_index, signature_sha256, key_name, key_type, key_blob)
  SELECT printf('many-%d-%d', c, n), printf('many-%05d', c), ?1,
         strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', printf('-%d days', ?3 - n), '-1 hours'), '', '', 'yaml', '', 0, '', '', '', ''
    FROM cloud, night`;

const FILL_LATEST = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  SELECT subject, scope_uuid, testcase.value, '*', 1, max(checked_at), '2999-01-01T00:00:00.000000Z', uuid
    FROM report, json_each(?1) AS testcase WHERE subject LIKE 'many-%' AND subject >= ?2 GROUP BY subject, testcase.value`;

/** A night in five changes something. */
const FILL_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid)
  SELECT subject, scope_uuid, 'flavor-names', '*', checked_at, 1, uuid
    FROM report WHERE subject LIKE 'many-%' AND subject >= ?1 AND CAST(substr(uuid, -1) AS INTEGER) % 5 = 0`;

const FILL_CERTIFICATES = `${COUNTING}
  INSERT INTO certificate (number, id, subject, scope_uuid, scope_alias, scope_name, version, regions, demo)
  SELECT c * ?3 + n, printf('2025-%d%04d', n, c), printf('many-%05d', c), ?1, 'sample', 'Sample cloud', 'v2', '[]', 0
    FROM cloud, night`;

const FILL_EVENTS = `
  INSERT INTO certificate_event (certificate_id, number, kind, at, recorded_at, by_subject, reason, facts)
  SELECT certificate.id, step.key + 1, step.value, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', 'board', 'So it is.',
         CASE step.value WHEN 'applied' THEN '{}'
           ELSE '{"evidence":[],"validFrom":"2025-01-01T00:00:00.000Z","validUntil":"2099-01-01T00:00:00.000Z"}' END
    FROM certificate, json_each('["applied","granted"]') AS step WHERE subject LIKE 'many-%' AND subject >= ?1`;

/** Adds clouds `many-00001` and so on, which pass version v2 of the sample scope. */
export async function addClouds({ clouds: [first, last], nights, certificates }: Amount): Promise<void> {
  const { DB } = env;
  const firstName = `many-${String(first).padStart(5, "0")}`;
  await DB.batch([
    DB.prepare(FILL_REPORTS).bind(SCOPE_UUID, last, nights, first),
    DB.prepare(FILL_LATEST).bind(TESTCASES, firstName),
    DB.prepare(FILL_CHANGES).bind(firstName),
    ...(certificates === 0
      ? []
      : [
          DB.prepare(FILL_CERTIFICATES).bind(SCOPE_UUID, last, certificates, first),
          DB.prepare(FILL_EVENTS).bind(firstName),
        ]),
  ]);
}

/** What some work with the database costs. */
export async function costOf(work: (counted: { readonly DB: D1Database }) => Promise<unknown>): Promise<DatabaseCost> {
  const cost = noCost();
  await work({ DB: limitDatabase(env.DB, cost) });
  return cost;
}
