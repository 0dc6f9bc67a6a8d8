/**
 * What a year of nights costs the monitor's pages: 30 subjects with 70 results each after 365 nights, against one night. And
 * what readers notice of eight clients who try passwords.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";

import { generateSigningKey, publicKeyBlob, signSshsig } from "../tooling/demo/sign-sshsig.ts";
import { fillNights, RESULTS, SCOPE_UUID, TESTCASES } from "./fill-nights.ts";
import { runBenches, type Bench } from "./harness.ts";
import { request, startBenchWorker, type BenchWorker } from "./worker.ts";

const REQUESTS_PER_ROUND = 48;
const REPORTS_PER_ROUND = 20;
/** Enough that the first slow checks of a flood are fewer than one in a hundred. */
const READS_BESIDE_FLOOD = 6_000;
const READERS = 16;
const FLOOD_ROUNDS = 2;
const SUBJECTS = 30;
/** One result in twenty nights changes, as flaky tests do. */
const NIGHTS_PER_CHANGE = 20;

const privateKeyPem = generateSigningKey();

async function startFilled(nights: number): Promise<BenchWorker> {
  const worker = await startBenchWorker();
  const run = (sql: string, ...values: unknown[]) =>
    worker.db
      .prepare(sql)
      .bind(...values)
      .run();
  await fillNights(worker, { clouds: SUBJECTS, nights, nightsPerChange: NIGHTS_PER_CHANGE });
  await run("INSERT INTO account (subject) VALUES ('bench-0001'), ('bench-0002')");
  // A password that nobody tries rightly: with it wrong ones cost a slow check.
  const token = createHash("sha256").update("token").digest("hex");
  await run(
    "INSERT INTO api_key (hash, subject) VALUES (?1, 'bench-0001'), (?2, 'bench-0002')",
    ARGON2,
    `sha256:${token}`,
  );
  await run(
    "INSERT INTO public_key (subject, name, type, blob) VALUES ('bench-0002', 'bench', 'ssh-ed25519', ?1)",
    publicKeyBlob(privateKeyPem),
  );
  return worker;
}

const ARGON2 = `$argon2id$v=19$m=65536,t=3,p=4$${"B".repeat(22)}$${"B".repeat(43)}`;

const oneNight = await startFilled(1);
const oneYear = await startFilled(365);

const PATHS = {
  table: "/markdown/table",
  detail: "/markdown/detail/bench-0007/scs-compatible-iaas",
  status: "/status?subject=bench-0007",
  badge: "/badges/bench-0007/scs-compatible-iaas.svg",
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
    const results = JSON.stringify(Object.fromEntries(TESTCASES.map((id) => [id, 1])));
    const report = `---
spec: {uuid: ${SCOPE_UUID}}
checked_at: ${new Date().toISOString()}
subject: bench-0002
run: {uuid: ${randomUUID()}, invocations: {one: {results: ${results}}}}
`;
    return `${signSshsig(privateKeyPem, "report", Buffer.from(report))}&${report}`;
  });
}

async function upload(bodies: readonly string[]): Promise<void> {
  const headers = {
    authorization: `Basic ${Buffer.from("bench-0002:token").toString("base64")}`,
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
