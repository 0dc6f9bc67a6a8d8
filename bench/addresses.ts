/**
 * What public addresses cost with 4, 100 and 1,000 clouds that report for a year: rows, statements, processor time. Rows are the same
 * on every machine; times are not, and stand beside each other to be compared. With `--write` the table goes into docs/operations.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { loadScope } from "#core/standards/scopes/load-scope.ts";

import { runtimeTimeMs } from "./processor-time.ts";
import { request, startBenchWorker, type BenchWorker } from "./worker.ts";

const CLOUDS = [4, 100, 1_000] as const;
const NIGHTS = 365;
const RESULTS = 70;
/** One result in a hundred nights changes. */
const NIGHTS_PER_CHANGE = 100;
/** Clouds that one statement fills in. */
const CLOUDS_PER_STATEMENT = 50;
const REQUESTS = 40;
const DOCUMENT = join(import.meta.dirname, "../docs/operations.md");
const [BEGIN, END] = ["<!-- begin: bench/addresses.ts -->", "<!-- end: bench/addresses.ts -->"];

/** Lists and sums, then what is about one cloud, then the rest of the site. */
const ADDRESSES = [
  "/",
  "/certification",
  "/certification?after=bench-0002",
  "/certification?q=bench-00",
  "/certification.json",
  "/page/table",
  "/markdown/table",
  "/status",
  "/metrics",
  "/badges/bench-0003/scs-compatible-iaas.svg",
  "/certification/bench-0003/scs-compatible-iaas",
  "/certification/bench-0003/scs-compatible-iaas.json",
  "/page/detail/bench-0003/scs-compatible-iaas",
  "/metrics/bench-0003",
  "/status?subject=bench-0003",
  "/api/v1/subjects/bench-0003/due",
  "/certification/providers/demo-alpha",
  "/certificates",
  "/standards",
  "/standards/scs-0100-v3-flavor-naming",
  "/requirements",
  "/search?q=flavor",
  "/sboms",
] as const;

const FILL = {
  reports: `
    WITH RECURSIVE cloud (c) AS (SELECT ?2 UNION ALL SELECT c + 1 FROM cloud WHERE c < ?3),
                   night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < ${NIGHTS})
    INSERT INTO report (uuid, subject, scope_uuid, checked_at, uploaded_at, uploaded_by, format, document_sha256,
                        document_index, signature_sha256, key_name, key_type, key_blob)
    SELECT printf('bench-%04d-%03d', c, n), printf('bench-%04d', c), ?1,
           strftime('%Y-%m-%dT%H:%M:%f000Z', 'now', printf('-%d days', ${NIGHTS} - n), '-1 hours'),
           '', '', 'yaml', '', 0, '', '', '', '' FROM cloud, night`,
  latest: `
    INSERT INTO latest_result (subject, scope_uuid, testcase, version, value, checked_at, expires_at, report_uuid)
    SELECT subject, scope_uuid, testcase.value, '*', 1, checked_at, '2999-01-01T00:00:00.000000Z', uuid
      FROM report, json_each(?1) AS testcase WHERE uuid BETWEEN ?2 AND ?3 AND uuid LIKE '%-${NIGHTS}'`,
  changes: `
    INSERT INTO result_change (subject, scope_uuid, testcase, version, at, value, report_uuid)
    SELECT subject, scope_uuid, testcase.value, '*', checked_at, 1 - 2 * (substr(uuid, -1) % 2), uuid
      FROM report, json_each(?1) AS testcase
     WHERE uuid BETWEEN ?2 AND ?3 AND (substr(uuid, -3) + testcase.key) % ${NIGHTS_PER_CHANGE} = 0`,
} as const;

const SCOPE_FILE = "scopes/scs-compatible-iaas.yaml";

async function startFilled(clouds: number): Promise<BenchWorker> {
  const path = join(import.meta.dirname, "../standards-src", SCOPE_FILE);
  const { scope } = loadScope(SCOPE_FILE, readFileSync(path, "utf8"));
  if (scope === undefined) throw new Error(`${SCOPE_FILE} cannot be read.`);
  const testcases = JSON.stringify([...scope.testcases.keys()].slice(0, RESULTS));
  const worker = await startBenchWorker({ isCounted: true });
  const run = (sql: string, ...values: unknown[]) =>
    worker.db
      .prepare(sql)
      .bind(...values)
      .run();
  for (let first = 1; first <= clouds; first += CLOUDS_PER_STATEMENT) {
    const last = Math.min(clouds, first + CLOUDS_PER_STATEMENT - 1);
    const range = [`bench-${pad(first)}-000`, `bench-${pad(last)}-999`] as const;
    await run(FILL.reports, scope.uuid, first, last);
    await run(FILL.latest, testcases, ...range);
    await run(FILL.changes, testcases, ...range);
  }
  // What is judged on the way is stored.
  await request(`${worker.url}/metrics`, 1);
  return worker;
}

function pad(number: number): string {
  return String(number).padStart(4, "0");
}

interface Cost {
  readonly rows: number;
  readonly statements: number;
  readonly milliseconds: number;
}

/** Made anew: as after a change of some fact. Again: nothing changed since. */
async function costsOf(worker: BenchWorker, path: string): Promise<readonly [anew: Cost, again: Cost]> {
  const url = `${worker.url}${path}`;
  const change = () => worker.db.prepare("UPDATE cloud_change SET number = number + ?1").bind(1).run();
  const measure = async (before: () => Promise<unknown>, requests: number): Promise<Cost> => {
    await before();
    await request(url, 1);
    const asked = await fetch(`${worker.url}/__cost`);
    const { rows, statements } = (await asked.json()) as { rows: number; statements: number };
    const start = runtimeTimeMs();
    for (let count = 0; count < requests; count += 1) {
      await before();
      await request(url, 1);
    }
    return { rows, statements, milliseconds: (runtimeTimeMs() - start) / requests };
  };
  await request(url, 1);
  const anew = await measure(change, REQUESTS);
  await request(url, 1);
  return [anew, await measure(() => Promise.resolve(), REQUESTS)];
}

/** Measures all and prints the table; answers it. */
export async function measureAddresses(): Promise<string> {
  const workers: BenchWorker[] = [];
  for (const clouds of CLOUDS) workers.push(await startFilled(clouds));
  // Address by address through all of them, so that load and heat of the machine meet all alike.
  const columns: (readonly [Cost, Cost])[][] = CLOUDS.map(() => []);
  for (const path of ADDRESSES) {
    for (const [index, worker] of workers.entries()) columns[index]?.push(await costsOf(worker, path));
  }
  for (const worker of workers) await worker.close();
  const each = (index: number, state: 0 | 1, say: (cost: Cost) => string) =>
    columns.map((costs) => say(costs[index]?.[state] ?? { rows: 0, statements: 0, milliseconds: 0 })).join(" · ");
  const rows = ADDRESSES.map((path, index) => {
    const cells = ([0, 1] as const).flatMap((state) => [
      each(index, state, ({ rows: read }) => read.toLocaleString("en")),
      each(index, state, ({ statements }) => String(statements)),
      each(index, state, ({ milliseconds }) => milliseconds.toFixed(1)),
    ]);
    return `| \`${path}\` | ${cells.join(" | ")} |`;
  });
  const table = [
    `| address | rows | statements | ms | rows, again | statements, again | ms, again |`,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
  console.log(`\nAddresses with ${CLOUDS.join(", ")} clouds × ${NIGHTS} nights × ${RESULTS} results\n\n${table}`);
  return table;
}

if (import.meta.main) {
  const table = await measureAddresses();
  if (process.argv.includes("--write")) {
    const text = readFileSync(DOCUMENT, "utf8");
    const [head, tail] = [text.split(BEGIN)[0], text.split(END)[1]];
    if (tail === undefined) throw new Error(`${DOCUMENT} has no place for the table.`);
    writeFileSync(DOCUMENT, `${head}${BEGIN}\n\n${table}\n\n${END}${tail}`);
  }
}
