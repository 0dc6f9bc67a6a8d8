/**
 * What public addresses cost with 4, 100 and 1,000 clouds that report for a year: rows, statements, processor time. Rows are the same
 * on every machine; times are not, and stand beside each other to be compared. With `--write` the table goes into docs/operations.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { fillNights, RESULTS } from "./fill-nights.ts";
import { runtimeTimeMs } from "./processor-time.ts";
import { request, startBenchWorker, type BenchWorker } from "./worker.ts";

const CLOUDS = [4, 100, 1_000] as const;
const NIGHTS = 365;
/** One result in a hundred nights changes. */
const NIGHTS_PER_CHANGE = 100;
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

async function startFilled(clouds: number): Promise<BenchWorker> {
  const worker = await startBenchWorker({ isCounted: true });
  await fillNights(worker, { clouds, nights: NIGHTS, nightsPerChange: NIGHTS_PER_CHANGE });
  // What is judged on the way is stored.
  await request(`${worker.url}/metrics`, 1);
  return worker;
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
