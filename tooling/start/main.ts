/** `npm start`: from a clone to a running publishing office. */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { countFindings } from "#core/base/finding.ts";

import { createPaint, wantsColor } from "../cli/paint.ts";
import { publishTree } from "../publishing/publish-tree.ts";
import { readTree } from "../publishing/read-tree.ts";
import { localCredentialKeys } from "./credential-keys.ts";
import { startLocalWorker, type LocalWorker } from "./local-worker.ts";
import { isPortFree } from "./port.ts";
import { applyMigrations } from "./wrangler.ts";
import { readSchedule, runLocalClock } from "./local-clock.ts";
import { localOperatorToken } from "./operator-token.ts";
import { parseStartOptions, START_HELP, type StartOptions } from "./options.ts";
import { prepareStateFolder } from "./state-folder.ts";
import { applyTreeAccounts, uploadSamples } from "./upload-samples.ts";

const ROOT = process.cwd();
/** Where lines cannot be replaced, a step that takes long says so this often. */
const MS_BETWEEN_LINES = 15_000;
// Whatever is written from here on, by the worker too, is for the owner's eyes.
process.umask(0o077);
const paint = createPaint(wantsColor({ env: process.env, isTerminal: process.stderr.isTTY }));
const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => interrupted.abort());

const options = parseStartOptions(process.argv.slice(2));
if ("failure" in options) {
  complain(options.failure);
} else if (options.help) {
  process.stdout.write(`${START_HELP}\n`);
} else {
  await start(options);
  // Nothing is left to do, whatever handles the tools below keep open.
  process.exit();
}

async function start({ port, source, fresh }: StartOptions): Promise<void> {
  const sourceFolder = resolve(process.env["INIT_CWD"] ?? ROOT, source);
  if (!isFolder(sourceFolder)) return complain(`\`${source}\` is not a folder. Name a folder with --source.`);
  if (!(await isPortFree(port))) {
    return complain(
      `Port ${port} is in use. End the other program, or choose another port: npm start -- --port ${port + 1}`,
    );
  }
  const stateFolder = join(ROOT, ".stele", stateName(sourceFolder));
  prepareStateFolder(stateFolder, { fresh });
  let worker: LocalWorker | undefined;
  const { signal } = interrupted;
  try {
    const schedule = readSchedule(join(ROOT, "wrangler.toml"));
    await step("Preparing the database", () => applyMigrations({ root: ROOT, stateFolder, signal }));
    const operator = localOperatorToken(join(stateFolder, "operator-token"));
    const secretsFile = localCredentialKeys(join(stateFolder, "credential-keys.env"));
    const launch = { root: ROOT, stateFolder, port, operatorTokenSha256: operator.sha256, secretsFile, signal };
    worker = await step("Starting the worker in workerd", (report) => startLocalWorker({ ...launch, report }));
    const server = { url: worker.url, token: operator.token };
    const tree = await readTree(sourceFolder);
    await step(`Publishing ${source}`, async (report) => {
      const outcome = await publishTree(server, tree, (sent, total) => report(`${sent}/${total}`));
      const counts = countFindings([...tree.findings, ...outcome.findings]);
      return `${outcome.fileCount} files, ${outcome.sentCount} sent; ${counts.error} errors, ${counts.warning} warnings found${
        counts.error + counts.warning === 0 ? "" : `, listed by: npm run stele -- check ${source}`
      }`;
    });
    const samples = { server, tree, stateFolder, now: new Date(), warn };
    await step("Applying accounts", async () => `${await applyTreeAccounts(samples)} accounts`);
    const pages = await step("Uploading signed reports and SBOMs", () => uploadSamples(samples));
    print([["Site", "/"], ["Standards", "/standards"], ...pages], { url: worker.url, ...schedule });
    void runLocalClock({ url: worker.url, schedule, warn, signal });
    await Promise.race([worker.ended, untilAborted(signal)]);
    if (!interrupted.signal.aborted) complain("The worker ended by itself. Start it again with npm start.");
  } catch (error) {
    if (!interrupted.signal.aborted) complain((error as Error).message);
  } finally {
    await worker?.stop();
  }
  if (interrupted.signal.aborted) process.stderr.write("\nStopped. The data is kept in .stele/\n");
}

/** Runs one step with its name, its progress and its outcome on one line; Ctrl-C ends the wait. */
async function step<T>(name: string, run: (report: (progress: string) => void) => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const isTerminal = process.stderr.isTTY;
  let told = started;
  const report = (progress: string): void => {
    if (isTerminal) process.stderr.write(`\r\u001b[K… ${name} ${progress}`);
    else if (performance.now() - told > MS_BETWEEN_LINES) {
      told = performance.now();
      process.stderr.write(`… ${name}: ${progress}\n`);
    }
  };
  if (isTerminal) report("");
  const result = await Promise.race([
    Promise.resolve().then(() => run(report)),
    untilAborted(interrupted.signal).then(() => Promise.reject(new Error("interrupted"))),
  ]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const note = typeof result === "string" && result !== "" ? `: ${result}` : "";
  process.stderr.write(`${isTerminal ? "\r\u001b[K" : ""}${paint("green", "✓")} ${name}${note} (${seconds} s)\n`);
  return result;
}

function print(
  pages: readonly (readonly [string, string])[],
  { url, minutes }: { readonly url: string; readonly minutes: number },
): void {
  const width = Math.max(...pages.map(([name]) => name.length));
  const lines = pages.map(([name, path]) => `  ${name.padEnd(width)}  ${url}${path}`);
  const clock = `Its clock runs now and every ${minutes} minutes: notices, messages, leftovers.`;
  process.stdout.write(`\n${lines.join("\n")}\n\nStele is running. ${clock} Ctrl-C ends it.\n`);
}

/** A state folder per source, so that two trees never mix. */
function stateName(sourceFolder: string): string {
  return `${basename(sourceFolder)}-${createHash("sha256").update(sourceFolder).digest("hex").slice(0, 8)}`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await sleep(200, undefined, { signal }).catch(() => {});
}

function warn(message: string): void {
  process.stderr.write(`${process.stderr.isTTY ? "\r\u001b[K" : ""}${paint("yellow", "!")} ${message}\n`);
}

function complain(message: string): void {
  process.stderr.write(`${paint("red", "stele:")} ${message}\n`);
  process.exitCode = 1;
}
