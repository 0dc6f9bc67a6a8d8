/**
 * The worker as it is deployed, reached without the proxies of `wrangler dev`, which cost more than most answers do. D1 and
 * R2 are local emulations: compare with what the same worker answers without them, never with numbers from elsewhere.
 */
import { createHash, randomBytes } from "node:crypto";
import { stripTypeScriptTypes } from "node:module";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_splitSqlQuery } from "wrangler";

import { applyTreeAccounts, uploadSamples } from "../tooling/start/upload-samples.ts";
import { freePort } from "../tooling/start/port.ts";
import { publishTree } from "../tooling/publishing/publish-tree.ts";
import { readTree } from "../tooling/publishing/read-tree.ts";

const ROOT = join(import.meta.dirname, "..");
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** What benchmarks use of the worker's database. */
export interface D1Like {
  prepare(sql: string): { bind(...values: unknown[]): { run(): Promise<unknown> } };
}

/** A running worker. */
export interface BenchWorker {
  readonly url: string;
  readonly db: D1Like;
  readonly close: () => Promise<void>;
}

/** A worker with nothing in it, the folder of its bundle, and the operator's token. */
export interface EmptyWorker extends BenchWorker {
  readonly token: string;
  readonly folder: string;
}

/** Bundles and starts the worker and gives it the content and the reports that `npm start` gives. */
export async function startBenchWorker({ isCounted = false } = {}): Promise<BenchWorker> {
  const folder = mkdtempSync(join(tmpdir(), "stele-bench-"));
  const modules = bundle(folder);
  const worker = await startEmptyWorker(folder, isCounted ? [...countingModules(folder), ...modules] : modules);
  const server = { url: worker.url, token: worker.token };
  const tree = await readTree(join(ROOT, "standards-src"));
  await publishTree(server, tree);
  const samples = { server, tree, stateFolder: folder, now: new Date() };
  await applyTreeAccounts(samples);
  await uploadSamples(samples);
  const close = async (): Promise<void> => {
    await worker.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...worker, close };
}

/** Starts a worker from its bundle, with an empty database of the newest form. */
export async function startEmptyWorker(folder: string, modules: ReturnType<typeof bundle>): Promise<EmptyWorker> {
  const operatorToken = randomBytes(32).toString("base64url");
  const port = await freePort();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: "stele",
      modulesRoot: folder,
      modules,
      compatibilityDate: "2026-10-01",
      cf: false,
      bindings: { OPERATOR_TOKEN_SHA256: createHash("sha256").update(operatorToken).digest("hex") },
      d1Databases: { DB: "stele" },
      r2Buckets: { BLOBS: "stele" },
      unsafeDirectSockets: [{ host: "127.0.0.1", port }],
    }),
  );
  await miniflare.ready;
  const db = await miniflare.getD1Database("DB");
  const migrations = join(ROOT, "workers/migrations");
  for (const name of readdirSync(migrations).sort()) {
    const statements = unstable_splitSqlQuery(readFileSync(join(migrations, name), "utf8"));
    await db.batch(statements.map((statement) => db.prepare(statement)));
  }
  const close = async (): Promise<void> => {
    await miniflare.dispose();
    agent.destroy();
  };
  return { url: `http://127.0.0.1:${port}`, token: operatorToken, folder, db: db as unknown as D1Like, close };
}

/** A main module around the bundle that counts what requests ask of the database. */
function countingModules(folder: string) {
  const source = readFileSync(join(import.meta.dirname, "counted-worker.ts"), "utf8");
  const main =
    'import worker from "./index.js";\nimport { counted } from "./counted.js";\nexport default counted(worker);\n';
  return [
    { type: "ESModule" as const, path: join(folder, "main.js"), contents: main },
    { type: "ESModule" as const, path: join(folder, "counted.js"), contents: stripTypeScriptTypes(source) },
  ];
}

/** Requests under way at once, as a page with many badges makes them. */
const CONCURRENCY = 16;

/** Asks for a path `count` times over connections that are kept open; throws on any answer but the expected status. */
export async function request(url: string, count: number, headers = {}, status = 200): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        get(url, { agent, headers }, resolve).once("error", reject);
      });
      if (response.statusCode !== status) throw new Error(`${url} answered ${response.statusCode}, expected ${status}`);
      await new Promise((resolve) => response.resume().once("end", resolve));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** The worker and the WebAssembly modules that it imports. */
export function bundle(folder: string) {
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const args = [wrangler, "deploy", "--dry-run", "--outdir", folder];
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`The worker does not bundle:\n${result.stdout}${result.stderr}`);
  const names = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
  return [
    {
      type: "ESModule" as const,
      path: join(folder, "index.js"),
      contents: readFileSync(join(folder, "index.js"), "utf8"),
    },
    ...names.map((name) => {
      const path = join(folder, name);
      return { type: "CompiledWasm" as const, path, contents: readFileSync(path) };
    }),
  ];
}
