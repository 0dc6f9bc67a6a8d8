/** `npm start` as a process, with a tree that asks for more than the samples expect. */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { runLocalClock, readSchedule } from "../../tooling/start/local-clock.ts";
import { freePort } from "../../tooling/start/port.ts";
import { ROOT } from "../harness.ts";

let folder: string;
let source: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stele-start-"));
  source = join(folder, "tree");
  cpSync(join(ROOT, "standards-src"), source, { recursive: true });
});

afterEach(() => {
  running?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly url: string;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts Stele and waits until it says that it runs, or has ended. */
async function start(): Promise<Started> {
  const port = await freePort();
  const args = [join(ROOT, "tooling/start/main.ts"), "--port", String(port), "--source", source];
  // Its data lies in the folder that it is started in; what it needs of the project lies in this one.
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, INIT_CWD: ROOT } });
  running = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  await Promise.race([ended, waitUntil(() => output.includes("Stele is running."))]);
  return { url: `http://localhost:${port}`, output: () => output, ended };
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The data of this test's tree, newest folder of the data. */
function stateFolder(): string {
  const folders = readdirSync(join(ROOT, ".stele")).filter((name) => name.startsWith("tree-"));
  const paths = folders.map((name) => join(ROOT, ".stele", name));
  return paths.toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1) ?? "";
}

test("four scopes and a refused SBOM stop nothing; the clock runs, and the data is its owner's", async () => {
  const scope = readFileSync(join(source, "scopes/scs-compatible-iaas.yaml"), "utf8");
  for (const digit of ["3", "4"]) {
    const uuid = `${digit.repeat(8)}-1111-4111-8111-111111111111`;
    const copy = scope.replace(/^name: .*$/m, `name: Scope ${digit}`).replace(/^uuid: .*$/m, `uuid: ${uuid}`);
    writeFileSync(join(source, `scopes/scope-${digit}.yaml`), copy);
  }
  writeFileSync(join(source, "releases/odd.cdx.json"), "{");
  const { url, output, ended } = await start();
  const state = stateFolder();
  try {
    expect(output()).toContain("! releases/odd.cdx.json is not among the samples: ");
    expect(output()).not.toContain("The history of");
    expect(output()).toContain("Its clock runs now and every 5 minutes");
    const response = await fetch(`${url}/certification/demo-alpha/scope-4`);
    expect([response.status, (await response.text()).includes("Scope 4")]).toEqual([200, true]);
    for (const path of [join(ROOT, ".stele"), state, join(state, "worker.log"), join(state, "demo")]) {
      expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
    }
    expect(await oneRunOfTheClock(url)).toEqual([]);
    running?.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(output()).toContain("Stopped.");
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});

/** What one run of the scheduled work complains about. */
async function oneRunOfTheClock(url: string): Promise<readonly string[]> {
  const warnings: string[] = [];
  const ended = new AbortController();
  await runLocalClock({
    url,
    schedule: readSchedule(join(ROOT, "wrangler.toml")),
    warn: (message) => warnings.push(message),
    signal: ended.signal,
    wait: async () => ended.abort(),
  });
  return warnings;
}
