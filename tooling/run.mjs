// The door of `npm start`, `npm test` and `npm run …`: plain JavaScript for whatever Node (20 or newer) is there. It installs
// what is missing and then goes on in the project's own Node, which is newer.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "./installation.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROJECT_NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  fail("Say which script to run, for example: node tooling/run.mjs tooling/start/main.ts");
}
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}. Install a current Node and try again.`);
try {
  ensureInstalled(ROOT, install);
} catch (error) {
  fail(error.message);
}
const node = existsSync(PROJECT_NODE) ? PROJECT_NODE : process.execPath;
const options = {
  cwd: ROOT,
  stdio: "inherit",
  env: {
    ...process.env,
    // The tools stay silent and send nothing.
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
  },
};
// Validators and asset names are generated and not committed; everything else imports them.
if (!existsSync(join(ROOT, "schemas/compiled"))) process.stderr.write("Compiling schemas (once)\n");
const generated = spawnSync(node, [join(ROOT, "tooling/build/generate.ts")], options);
if (generated.status !== 0) process.exit(generated.status ?? 1);
const run = spawn(node, [join(ROOT, script), ...args], options);
// The child ends cleanly by itself, also when only we are told to; its exit code is ours.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => run.kill(signal));
run.once("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

function install(reason) {
  process.stderr.write(`Installing dependencies (npm ci, a minute or two the first time): ${reason}\n`);
  const npm = process.env.npm_execpath;
  const command = npm === undefined ? ["npm"] : [process.execPath, npm];
  const flags = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync(command[0], [...command.slice(1), ...flags], { cwd: ROOT, stdio: "inherit" });
  if (result.error !== undefined) throw new Error("npm was not found. Install npm 10 or newer and try again.");
  if (result.status !== 0)
    throw new Error("Installing failed; npm's own message stands above. Check the network and try again.");
}

function fail(message) {
  process.stderr.write(`stele: ${message}\n`);
  process.exit(2);
}
