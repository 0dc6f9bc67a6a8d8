/**
 * What a year of nights costs the monitor's pages: 30 subjects with 70 results each after 365 nights, against one night. And
 * what readers notice of eight clients who try passwords.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { loadScope } from "#core/standards/scopes/load-scope.ts";

import { generateSigningKey, publicKeyBlob, signSshsig } from "../tooling/demo/sign-sshsig.ts";
import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker, type BenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 48;
const REPORTS_PER_ROUND = 20;
/** Enough that the first slow checks of a flood are fewer than one in a hundred. */
const READS_BESIDE_FLOOD = 6_000;
const READERS = 16;
const FLOOD_ROUNDS = 2;
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

/** The scope that demo reports are about, which has most testcases. */
const SCOPE_FILE = "scopes/scs-compatible-iaas.yaml";
const { scope } = loadScope(
  SCOPE_FILE,
  readFileSync(join(import.meta.dirname, "../standards-src", SCOPE_FILE), "utf8"),
);
if (scope === undefined) throw new Error(`${SCOPE_FILE} cannot be read.`);
const scopeUuid = scope.uuid;
const testcases = [...scope.testcases.keys()].slice(0, RESULTS);

const privateKeyPem = generateSigningKey();

async function startFilled(nights: number): Promise<BenchWorker> {
  const worker = await startBenchWorker();
  const run = (sql: string, ...values: unknown[]) =>
    worker.db
      .prepare(sql)
      .bind(...values)
      .run();
  await run(FILL_REPORTS, scopeUuid, nights);
  await run(FILL_LATEST, JSON.stringify(testcases));
  await run(FILL_CHANGES, JSON.stringify(testcases));
  await run("INSERT INTO account (subject) VALUES ('bench-01'), ('bench-02')");
  // A password that nobody tries rightly: with it wrong ones cost a slow check.
  const token = createHash("sha256").update("token").digest("hex");
  await run("INSERT INTO api_key (hash, subject) VALUES (?1, 'bench-01'), (?2, 'bench-02')", ARGON2, `sha256:${token}`);
  await run(
    "INSERT INTO public_key (subject, name, type, blob) VALUES ('bench-02', 'bench', 'ssh-ed25519', ?1)",
    publicKeyBlob(privateKeyPem),
  );
  return worker;
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

/** Runs some work while eight clients, a process of their own, try wrong passwords. */
async function besideFlood<Value>(names: "same" | "distinct", work: () => Promise<Value>): Promise<Value> {
  const script = join(import.meta.dirname, "login-flood.ts");
  const flood = spawn(process.execPath, [script, oneNight.url, names], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    return await work();
  } finally {
    flood.kill();
  }
}

/** Reads what everybody may read, in turns; answers the time that 99 of 100 readers do not wait longer, in milliseconds. */
async function publicP99(): Promise<number> {
  const paths = Object.values(PATHS);
  const times: number[] = [];
  let left = READS_BESIDE_FLOOD;
  const reader = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const path = paths[left % paths.length] ?? "";
      const started = performance.now();
      await request(`${oneNight.url}${path}`, 1);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

/** Signed reports of a night of one cloud, each with a run of its own, as they stand on the wire. */
function signNights(count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const results = JSON.stringify(Object.fromEntries(testcases.map((id) => [id, 1])));
    const report = `---
spec: {uuid: ${scopeUuid}}
checked_at: ${new Date().toISOString()}
subject: bench-02
run: {uuid: ${randomUUID()}, invocations: {one: {results: ${results}}}}
`;
    return `${signSshsig(privateKeyPem, "report", Buffer.from(report))}&${report}`;
  });
}

async function upload(bodies: readonly string[]): Promise<void> {
  const headers = {
    authorization: `Basic ${Buffer.from("bench-02:token").toString("base64")}`,
    "content-type": "application/x-signed-yaml",
  };
  for (const body of bodies) {
    const response = await fetch(`${oneNight.url}/reports`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`A report was refused (${response.status}): ${await response.text()}`);
    await response.body?.cancel();
  }
}

const again = signNights(REPORTS_PER_ROUND);

/** Pages after a year against pages after a night; uploads; readers beside a flood of logins against readers alone. */
export const benches: readonly Bench[] = [
  ...Object.entries(PATHS).map(([name, path]) => ({
    name: `${name}, 30 subjects × 365 nights`,
    subject: () => request(`${oneYear.url}${path}`, REQUESTS_PER_ROUND),
    peerName: "the same after one night",
    peer: () => request(`${oneNight.url}${path}`, REQUESTS_PER_ROUND),
    operations: REQUESTS_PER_ROUND,
  })),
  {
    name: `signed reports of ${RESULTS} results, one after another`,
    subject: () => upload(signNights(REPORTS_PER_ROUND)),
    peerName: "the same bytes again",
    peer: () => upload(again),
    operations: REPORTS_PER_ROUND,
  },
  ...(["same", "distinct"] as const).map((names) => ({
    name: `p99 of readers beside 8 clients with wrong passwords, ${names} names`,
    subject: () => besideFlood(names, publicP99),
    peerName: "readers alone",
    peer: publicP99,
    isSelfTimed: true,
    rounds: FLOOD_ROUNDS,
  })),
];

/** Ends both workers; the process would wait for them. */
export async function close(): Promise<void> {
  await Promise.all([oneNight.close(), oneYear.close()]);
}

if (import.meta.main) {
  await runBenches("Monitor", benches, process.argv.slice(2));
  await close();
}
