/** Starts a worker with a platform tool that behaves badly: real processes, real time, a project of its own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { startLocalWorker } from "../../tooling/start/local-worker.ts";
import { freePort } from "../../tooling/start/port.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stele-worker-"));
  mkdirSync(join(root, "node_modules/wrangler/bin"), { recursive: true });
  mkdirSync(join(root, "state"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A tool whose `dev` runs a piece of JavaScript; `port` is the port that it shall serve. */
function layTool(dev: string): void {
  writeFileSync(
    join(root, "node_modules/wrangler/bin/wrangler.js"),
    `const args = process.argv.slice(2);
     const port = Number(args.find((argument) => argument.startsWith("--port="))?.slice("--port=".length));
     const serve = () => require("node:http").createServer((_, response) => response.end()).listen(port);
     if (args[0] === "dev") { ${dev} }`,
  );
}

async function start(progress: string[] = []): ReturnType<typeof startLocalWorker> {
  const options = { root, stateFolder: join(root, "state"), port: await freePort(), operatorTokenSha256: "" };
  return startLocalWorker({ ...options, idleLimitMs: 1_000, report: (line) => progress.push(line) });
}

test("a worker that hangs is given up, and the sentence names the log", async () => {
  layTool(`console.log("what it said"); setInterval(() => {}, 1000);`);
  const log = join(root, "state/worker.log");
  await expect(start()).rejects.toThrow(`did nothing for 1 s. Its log: ${log}\nwhat it said`);
  expect(readFileSync(log, "utf8")).toBe("what it said\n");
});

test("a worker that ends says how and names the log", async () => {
  layTool("process.exit(7);");
  await expect(start()).rejects.toThrow(/ended \(exit code 7\) before it answered. Its log: .+worker\.log$/);
});

test.runIf(existsSync("/proc/self/stat"))("a worker that works is waited for beyond the limit", async () => {
  layTool("const end = performance.now() + 3000; while (performance.now() < end); serve();");
  const progress: string[] = [];
  const worker = await start(progress);
  await worker.stop();
  expect(progress[0]).toBe("bundling");
  expect(progress.at(-1)).toMatch(/^waiting for http:\/\/localhost:\d+ to answer \(\d+ s\)$/);
});

test("the start ends when it is interrupted", async () => {
  layTool("setInterval(() => {}, 1000);");
  const interrupted = new AbortController();
  const options = { root, stateFolder: join(root, "state"), port: await freePort(), operatorTokenSha256: "" };
  const report = (line: string): void => {
    if (line.startsWith("waiting")) interrupted.abort();
  };
  await expect(startLocalWorker({ ...options, report, signal: interrupted.signal })).rejects.toThrow("interrupted");
});
