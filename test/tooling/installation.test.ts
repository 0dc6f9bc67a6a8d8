/** The door of every `npm` script, as a process, in a checkout of its own whose npm notes that it was called. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { ROOT } from "../harness.ts";

type Packages = Record<string, Record<string, unknown>>;

const OTHER_PLATFORM = process.platform === "win32" ? "aix" : "win32";
const LOCKED: Packages = {
  "": { name: "sample" },
  "node_modules/sound": { version: "1.0.0", integrity: "sha512-sound" },
  "node_modules/for-others": { version: "1.0.0", integrity: "sha512-others", optional: true, os: [OTHER_PLATFORM] },
  "node_modules/of-others": { version: "1.0.0", integrity: "sha512-below", optional: true },
  "node_modules/for-us": { version: "1.0.0", integrity: "sha512-us", optional: true, os: [process.platform] },
};
const INSTALLED: Packages = {
  "node_modules/sound": LOCKED["node_modules/sound"]!,
  "node_modules/for-us": LOCKED["node_modules/for-us"]!,
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stele-installation-"));
  for (const name of ["run.mjs", "installation.mjs"]) cpSync(join(ROOT, "tooling", name), join(root, "tooling", name));
  mkdirSync(join(root, "tooling/build"));
  writeFileSync(join(root, "tooling/build/generate.ts"), "");
  writeFileSync(join(root, "script.mjs"), "console.log('ran');");
  // Waits as long as the file `hold` is there.
  writeFileSync(
    join(root, "npm.mjs"),
    `import { existsSync, writeFileSync } from "node:fs";
     writeFileSync("called", process.argv.slice(2).join(" "));
     while (existsSync("hold")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`,
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function lay(locked: Packages, installed: Packages | undefined): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: locked }));
  if (installed === undefined) return;
  for (const path of Object.keys(installed)) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: installed }));
}

const SURROUNDINGS = { ...process.env, npm_execpath: "npm.mjs" };

function run(): { readonly code: number | null; readonly out: string; readonly error: string } {
  const args = ["tooling/run.mjs", "script.mjs"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: SURROUNDINGS,
  });
  return { code: status, out: stdout, error: stderr };
}

function wasInstalled(): boolean {
  return existsSync(join(root, "called"));
}

test("packages that are older than the lockfile and the same as it says are not installed again", () => {
  lay(LOCKED, INSTALLED);
  utimesSync(join(root, "node_modules/.package-lock.json"), 1_000, 1_000);
  expect(run()).toMatchObject({ code: 0, out: "ran\n" });
  expect(wasInstalled()).toBe(false);
});

test.each<[string, Packages | undefined]>([
  ["nothing is there", undefined],
  ["one is missing", { "node_modules/for-us": INSTALLED["node_modules/for-us"]! }],
  ["an optional one of this platform is missing", { "node_modules/sound": INSTALLED["node_modules/sound"]! }],
  ["one has another version", { ...INSTALLED, "node_modules/sound": { version: "2.0.0", integrity: "sha512-sound" } }],
  ["one has other bytes", { ...INSTALLED, "node_modules/sound": { version: "1.0.0", integrity: "sha512-other" } }],
  ["one is there that nobody asked for", { ...INSTALLED, "node_modules/foreign": { version: "1.0.0" } }],
])("where %s, `npm ci` runs once and the script goes on", (_, installed) => {
  lay(LOCKED, installed);
  expect(run()).toMatchObject({ code: 0, out: "ran\n" });
  expect(readFileSync(join(root, "called"), "utf8")).toMatch(/^ci /);
});

test("a package whose folder somebody removed is installed again", () => {
  lay(LOCKED, INSTALLED);
  rmSync(join(root, "node_modules/sound"), { recursive: true });
  run();
  expect(wasInstalled()).toBe(true);
});

test("while one process installs, a second one says so, names it, and touches nothing", async () => {
  lay(LOCKED, undefined);
  writeFileSync(join(root, "hold"), "");
  const first = spawn(process.execPath, ["tooling/run.mjs", "script.mjs"], { cwd: root, env: SURROUNDINGS });
  const ended = new Promise<number | null>((resolve) => {
    first.once("exit", resolve);
  });
  while (!wasInstalled()) await new Promise((resolve) => setTimeout(resolve, 20));
  rmSync(join(root, "called"));
  const second = run();
  expect(second.code).toBe(2);
  expect(second.error).toContain(`Process ${first.pid} is installing`);
  expect(wasInstalled()).toBe(false);
  rmSync(join(root, "hold"));
  expect(await ended).toBe(0);
  expect(existsSync(join(root, ".stele/installing"))).toBe(false);
});

test("the lock of a killed process stops nobody", () => {
  lay(LOCKED, undefined);
  mkdirSync(join(root, ".stele"));
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(join(root, ".stele/installing"), String(pid));
  expect(run()).toMatchObject({ code: 0, out: "ran\n" });
  expect(wasInstalled()).toBe(true);
});
