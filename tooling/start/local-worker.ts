import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a local worker needs. */
export interface LocalWorkerOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the database and the objects. */
  readonly stateFolder: string;
  readonly port: number;
  readonly operatorTokenSha256: string;
  /** File of further secrets in the format of `.env` (default: none). */
  readonly secretsFile?: string;
}

/** A worker that runs in workerd on this machine. */
export interface LocalWorker {
  readonly url: string;
  /** Resolves when the process has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): void;
}

const START_DEADLINE_MS = 60_000;

/** Whether nobody listens on a port of this machine, on either address family. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) =>
        resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"),
      );
      server.listen({ port, host }, () => server.close(() => resolve(true)));
    });
    if (!free) return false;
  }
  return true;
}

/** Brings the local database up to date; skipped when the migrations are the same as last time. Throws on failure. */
export function applyMigrations({ root, stateFolder }: Pick<LocalWorkerOptions, "root" | "stateFolder">): void {
  const folder = join(root, "workers/migrations");
  const digest = createHash("sha256");
  for (const name of readdirSync(folder).sort()) digest.update(readFileSync(join(folder, name)));
  const state = digest.digest("hex");
  const stamp = join(stateFolder, "migrations.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  const args = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", stateFolder];
  const result = spawnSync(process.execPath, [wrangler(root), ...args], { cwd: root, encoding: "utf8" });
  if (result.status !== 0)
    throw new Error(`The database could not be brought up to date:\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, state);
}

/**
 * Bundles the worker as it is deployed, starts it, and waits until it answers. Later edits of the source do not touch it.
 * Throws with the tool's own output when it does not start.
 */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { root, port, stateFolder, operatorTokenSha256, secretsFile } = options;
  const bundle = bundleWorker(root, join(stateFolder, "worker"));
  const child = spawn(
    process.execPath,
    [
      wrangler(root),
      "dev",
      bundle,
      "--no-bundle",
      // The bundle may lie outside the project, where the tool would not look for it.
      `--config=${join(root, "wrangler.toml")}`,
      `--port=${port}`,
      "--ip=localhost",
      `--persist-to=${stateFolder}`,
      `--var=OPERATOR_TOKEN_SHA256:${operatorTokenSha256}`,
      ...(secretsFile === undefined ? [] : [`--env-file=${secretsFile}`]),
      "--show-interactive-dev-session=false",
      "--log-level=error",
      "--inspector-port=0",
    ],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  let output = "";
  const log = createWriteStream(join(stateFolder, "worker.log"));
  const keep = (chunk: Buffer): void => {
    log.write(chunk);
    output = `${output}${chunk.toString()}`.slice(-20_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  // Whatever ends this process, no orphan keeps the port.
  process.once("exit", () => signal(child, "SIGKILL"));
  const url = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    signal(child, "SIGTERM");
    const endedInTime = await Promise.race([ended.then(() => true), sleep(5_000).then(() => false)]);
    if (!endedInTime) signal(child, "SIGKILL");
    await ended;
  };
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || output.includes("[ERROR]") || Date.now() > deadline) {
      await stop();
      throw new Error(`The worker did not start:\n${output}`);
    }
    await sleep(100);
  }
  return { url, ended, stop, kill: () => signal(child, "SIGKILL") };
}

function bundleWorker(root: string, folder: string): string {
  const args = ["deploy", "--dry-run", "--outdir", folder];
  const result = spawnSync(process.execPath, [wrangler(root), ...args], { cwd: root, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`The worker does not bundle:\n${result.stdout}${result.stderr}`);
  return join(folder, "index.js");
}

/** The whole process group: wrangler and the workerd below it. */
function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // it ended in between
  }
}

async function answers(url: string): Promise<boolean> {
  // While the bundle is being made the port accepts connections and stays silent.
  return fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

function wrangler(root: string): string {
  return join(root, "node_modules/wrangler/bin/wrangler.js");
}
