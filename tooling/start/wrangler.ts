import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { replaceFile } from "../files/replace-file.ts";

/** Where the platform's tool runs, and what ends it early. */
interface ToolOptions {
  /** Folder of the project. */
  readonly root: string;
  readonly signal?: AbortSignal;
}

/** Brings the local database up to date; skipped when the migrations are the same as last time. Throws on failure. */
export async function applyMigrations(options: ToolOptions & { readonly stateFolder: string }): Promise<void> {
  const { root, stateFolder } = options;
  const folder = join(root, "workers/migrations");
  const digest = createHash("sha256");
  for (const name of readdirSync(folder).sort()) digest.update(readFileSync(join(folder, name)));
  const state = digest.digest("hex");
  const stamp = join(stateFolder, "migrations.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  const args = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", stateFolder];
  await runWrangler(args, "The database could not be brought up to date", options);
  replaceFile(stamp, state);
}

/** Bundles the worker as it is deployed; the path of the bundle. */
export async function bundleWorker(options: ToolOptions & { readonly stateFolder: string }): Promise<string> {
  const folder = join(options.stateFolder, "worker");
  await runWrangler(["deploy", "--dry-run", "--outdir", folder], "The worker does not bundle", options);
  return join(folder, "index.js");
}

/** Runs the platform's tool to its end; throws what it printed when it fails. */
async function runWrangler(args: readonly string[], failure: string, { root, signal }: ToolOptions): Promise<void> {
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024, ...(signal === undefined ? {} : { signal }) };
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [wrangler(root), ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`${failure}:\n${stdout}${stderr}`.trim()));
    });
  });
}

/** The program of the platform's tool. */
export function wrangler(root: string): string {
  return join(root, "node_modules/wrangler/bin/wrangler.js");
}
