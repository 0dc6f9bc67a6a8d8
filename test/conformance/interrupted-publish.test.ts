/** Real processes, really killed: the old state is served whole, and a repeat completes. */
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { ROOT } from "../harness.ts";
import { publishTree } from "../../tooling/publishing/publish-tree.ts";
import { readTree } from "../../tooling/publishing/read-tree.ts";
import { startLocalWorker, type LocalWorker } from "../../tooling/start/local-worker.ts";
import { freePort } from "../../tooling/start/port.ts";
import { applyMigrations } from "../../tooling/start/wrangler.ts";

const PAGE = "/standards/scs-0103-v1-standard-flavors";
const token = randomBytes(32).toString("base64url");

let folder: string;
let tree: string;
let worker: LocalWorker;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "stele-interrupted-"));
  tree = join(folder, "tree");
  cpSync(join(ROOT, "standards-src"), tree, { recursive: true });
  await applyMigrations({ root: ROOT, stateFolder: folder });
  worker = await start();
  await publishTree({ url: worker.url, token }, await readTree(tree));
});

afterEach(async () => {
  await worker.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<LocalWorker> {
  const operatorTokenSha256 = createHash("sha256").update(token).digest("hex");
  return startLocalWorker({ root: ROOT, stateFolder: folder, port: await freePort(), operatorTokenSha256 });
}

/** Changes every document, so that the next publish has much to send. */
function changeEveryDocument(): void {
  for (const name of readdirSync(join(tree, "documents"))) {
    const path = join(tree, "documents", name);
    writeFileSync(path, `${readFileSync(path, "utf8")}\nChanged in the middle of a publish.\n`);
  }
}

async function currentText(): Promise<string> {
  const response = await fetch(`${worker.url}${PAGE}`);
  expect(response.status).toBe(200);
  // A restarted worker listens on another port; everything else must be the same.
  return (await response.text()).replaceAll(worker.url, "");
}

/** Runs `stele publish`; `underWay` resolves with the first file that was sent, `ended` with the exit code. */
function publishWithCommand(): { kill: () => void; underWay: Promise<void>; ended: Promise<number | null> } {
  const args = [join(ROOT, "tooling/cli/main.ts"), "publish", tree, "--to", worker.url];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, STELE_TOKEN: token },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const underWay = new Promise<void>((resolve) => {
    child.stderr.once("data", () => resolve());
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  return { kill: () => child.kill("SIGKILL"), underWay, ended };
}

test("a client that is killed in the middle changes nothing, and the same command completes it", async () => {
  const before = await currentText();
  changeEveryDocument();
  const command = publishWithCommand();
  await command.underWay;
  command.kill();
  await command.ended;
  expect(await currentText()).toBe(before);
  expect(await publishWithCommand().ended).toBe(0);
  expect(await currentText()).toContain("Changed in the middle of a publish.");
});

test("a worker that is killed in the middle comes back with the old state whole, and a repeat completes it", async () => {
  const before = await currentText();
  changeEveryDocument();
  const command = publishWithCommand();
  await command.underWay;
  worker.kill();
  await worker.ended;
  expect(await command.ended).toBe(2);
  worker = await start();
  expect(await currentText()).toBe(before);
  expect(await publishWithCommand().ended).toBe(0);
  expect(await currentText()).toContain("Changed in the middle of a publish.");
});
