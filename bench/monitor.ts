/**
 * What a year of nights costs the monitor's pages: 30 subjects with 70 results each after 365 nights, against one night. And
 * what a reader of the table notices of eight clients who try passwords.
 */
import { request as httpRequest } from "node:http";

import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker, type BenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 48;
const SUBJECTS = 30;
const RESULTS = 70;
/** One result in twenty nights changes, as flaky tests do. */
const NIGHTS_PER_CHANGE = 20;

const FILL_REPORTS = `
  WITH RECURSIVE subject (s) AS (SELECT 1 UNION ALL SELECT s + 1 FROM subject WHERE s < ${SUBJECTS}),
                 night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < ?2)
  INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                      document_index, signature_sha256, key_name, key_type, key_blob)
  SELECT printf('bench-%d-%d', s, n), printf('bench-%02d', s), ?1,
         strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', printf('-%d days', ?2 - n), '-1 hours'), '', '', 'yaml', '', 0, '', '', '', ''
    FROM subject, night`;

const FILL_LATEST = `
  INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
  SELECT subject, scope_uuid, testcase.value, '*', 1, max(checked_at), '2999-01-01T00:00:00.000000Z', uuid
    FROM report, json_each(?1) AS testcase WHERE subject LIKE 'bench-%' GROUP BY subject, testcase.value`;

const FILL_CHANGES = `
  INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid)
  SELECT subject, scope_uuid, testcase.value, '*', checked_at, 1 - 2 * (report.rowid % 2), uuid
    FROM (SELECT *, row_number() OVER (PARTITION BY subject ORDER BY checked_at) AS rowid FROM report
           WHERE subject LIKE 'bench-%') AS report, json_each(?1) AS testcase
   WHERE (report.rowid + testcase.key) % ${NIGHTS_PER_CHANGE} = 0`;

async function startFilled(nights: number): Promise<BenchWorker> {
  const worker = await startBenchWorker();
  const status = (await (await fetch(`${worker.url}/status`)).json()) as Record<string, Record<string, Status>>;
  const [uuid, scope] = Object.entries(Object.values(status)[0] ?? {})[0] ?? [];
  if (uuid === undefined || scope === undefined)
    throw new Error("The tree has no demo reports to learn the scope from.");
  const testcases = JSON.stringify(Object.keys(scope.testcases).slice(0, RESULTS));
  await worker.db.prepare(FILL_REPORTS).bind(uuid, nights).run();
  await worker.db.prepare(FILL_LATEST).bind(testcases).run();
  await worker.db.prepare(FILL_CHANGES).bind(testcases).run();
  // A password that nobody tries rightly: with it wrong ones cost a slow check.
  await worker.db.prepare("INSERT INTO account (subject) VALUES (?1)").bind("bench-01").run();
  await worker.db.prepare("INSERT INTO api_key (hash, subject) VALUES (?1, 'bench-01')").bind(ARGON2).run();
  return worker;
}

interface Status {
  readonly testcases: Readonly<Record<string, unknown>>;
}

const ARGON2 = `$argon2id$v=19$m=65536,t=3,p=4$${"B".repeat(22)}$${"B".repeat(43)}`;

const oneNight = await startFilled(1);
const oneYear = await startFilled(365);

const PATHS = {
  table: "/markdown/table",
  detail: "/markdown/detail/bench-07/scs-compatible-iaas",
  status: "/status?subject=bench-07",
  badge: "/badges/bench-07/scs-compatible-iaas.svg",
} as const;

/** Tries wrong passwords with eight clients as long as some work goes on. */
async function besideFlood(url: string, work: () => Promise<void>): Promise<void> {
  const flood = new AbortController();
  const client = async (number: number): Promise<void> => {
    const authorization = `Basic ${Buffer.from(`bench-01:wrong ${number}`).toString("base64")}`;
    while (!flood.signal.aborted) {
      await new Promise((resolve, reject) => {
        httpRequest(`${url}/reports`, { headers: { authorization } }, (response) => {
          response.resume().once("end", resolve);
        })
          .once("error", reject)
          .end();
      });
    }
  };
  const clients = Array.from({ length: 8 }, (_, number) => client(number));
  await work();
  flood.abort();
  await Promise.all(clients);
}

const readTable = () => request(`${oneNight.url}${PATHS.table}`, REQUESTS_PER_ROUND);

/** Pages after a year against pages after a night; the table under a flood of logins against the table alone. */
export const benches: readonly Bench[] = [
  ...Object.entries(PATHS).map(([name, path]) => ({
    name: `${name}, 30 subjects × 365 nights`,
    subject: () => request(`${oneYear.url}${path}`, REQUESTS_PER_ROUND),
    peerName: "the same after one night",
    peer: () => request(`${oneNight.url}${path}`, REQUESTS_PER_ROUND),
  })),
  {
    name: "table beside 8 clients with wrong passwords",
    subject: () => besideFlood(oneNight.url, readTable),
    peerName: "table alone",
    peer: readTable,
  },
];

/** Ends both workers; the process would wait for them. */
export async function close(): Promise<void> {
  await Promise.all([oneNight.close(), oneYear.close()]);
}

if (import.meta.main) {
  await runBenches("Monitor", benches, process.argv.slice(2));
  await close();
}
