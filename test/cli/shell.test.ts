/**
 * Every command as a shell calls it: signals, pipes, links, modes, odd names, silent servers. A command that has no line in
 * these tables fails the first test.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { COMMANDS } from "../../tooling/cli/commands/index.ts";
import { runCommand } from "../run-command.ts";
import { installPackedCli, type PackedCli } from "./packed-cli.ts";

/** Begins with a byte order mark, which `--fix` takes away. */
const FIXABLE = `\uFEFF---
title: Sample
type: Procedural
status: Draft
track: Global
description: A sample.
---

## Introduction

Text.
`;
const BOM = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 });

let cli: PackedCli;
let folder: string;
let silence: Server;
let server: string;
/** Connections that the silent server has accepted. */
let calls = 0;
let running: ChildProcess | undefined;

beforeAll(async () => {
  cli = await installPackedCli();
  silence = createServer((socket) => {
    calls += 1;
    socket.on("error", () => {});
    // Reads and never answers.
    socket.resume();
  });
  await new Promise<void>((resolve) => {
    silence.listen(0, "127.0.0.1", resolve);
  });
  const address = silence.address();
  server = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  folder = join(cli.folder, "shell");
  layFiles();
});

afterEach(() => {
  running?.kill("SIGKILL");
  running = undefined;
});

afterAll(() => {
  silence.close();
  cli.remove();
});

function layFiles(): void {
  mkdirSync(join(folder, "tree/Standards"), { recursive: true });
  writeFileSync(join(folder, "tree/Standards/scs-0001-v1-sample.md"), FIXABLE);
  writeFileSync(join(folder, "bom.json"), BOM);
  writeFileSync(join(folder, "accounts.yaml"), "accounts: []\n");
  writeFileSync(join(folder, "report.yaml"), "---\nnothing: here\n");
  writeFileSync(join(folder, "keys"), "");
  spawnSync("mkfifo", [join(folder, "fifo")]);
  const git = (...args: string[]) => spawnSync("git", ["-C", join(folder, "tree"), ...args]);
  git("init", "-q");
  git("add", ".");
  const past = "2024-01-01T00:00:00Z";
  spawnSync("git", ["-C", join(folder, "tree"), "commit", "-qm", "first", `--date=${past}`], {
    env: {
      ...process.env,
      GIT_COMMITTER_DATE: past,
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.org",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.org",
    },
  });
}

type Args = (place: { readonly server: string }) => readonly string[];

/** How each command comes to wait for somebody; none where it never does. */
const WAITING: Readonly<Record<string, readonly (readonly [string, Args])[]>> = {
  check: [["standard input", () => ["check", "-"]]],
  explain: [],
  new: [],
  accept: [],
  stabilize: [],
  deprecate: [],
  reject: [],
  publish: [["a silent server", (at) => ["publish", "tree", "--to", at.server]]],
  "import-history": [["a silent server", (at) => ["import-history", "tree", "--to", at.server]]],
  build: [["a silent server", (at) => ["build", "--from", at.server, "--out", "built"]]],
  sbom: [
    ["standard input", () => ["sbom", "check", "-"]],
    ["standard input for a score", () => ["sbom", "score", "-"]],
    ["a silent server", (at) => ["sbom", "publish", "bom.json", "--to", at.server]],
  ],
  report: [],
  due: [["a silent server", (at) => ["due", "--subject", "a", "--to", at.server]]],
  accounts: [["a silent server", (at) => ["accounts", "apply", "accounts.yaml", "--to", at.server]]],
  certificate: [["a silent server", (at) => ["certificate", "list", "--to", at.server]]],
  verify: [
    ["standard input", () => ["verify", "-"]],
    ["a silent server", (at) => ["verify", `${at.server}/a.vc`]],
  ],
};

/** How each command names a file or folder that is a pipe, a folder or a device; none where it names none. */
const NAMING: Readonly<Record<string, readonly ((name: string) => readonly string[])[]>> = {
  check: [(name) => ["check", "--", name], (name) => ["check", "--base", ".", "--description", name, "tree"]],
  explain: [(name) => ["explain", name]],
  new: [(name) => ["new", "standard", "A title", "--track", "IaaS", "--in", name]],
  accept: [(name) => ["accept", "--", name]],
  stabilize: [(name) => ["stabilize", "--", name]],
  deprecate: [(name) => ["deprecate", "--", name]],
  reject: [(name) => ["reject", "--", name]],
  publish: [(name) => ["publish", "--to", "http://127.0.0.1:1", "--", name]],
  "import-history": [
    (name) => ["import-history", "--dry-run", "--", name],
    (name) => ["import-history", "--dry-run", "tree", "--config", name],
  ],
  build: [(name) => ["build", "--out", "built", "--", name]],
  sbom: [
    (name) => ["sbom", "check", "--", name],
    (name) => ["sbom", "score", "--", name],
    (name) => ["sbom", "diff", "--", name, "bom.json"],
    (name) => ["sbom", "publish", "--to", "http://127.0.0.1:1", "--", name],
  ],
  report: [(name) => ["report", "check", "--", name]],
  due: [],
  accounts: [(name) => ["accounts", "apply", "--to", "http://127.0.0.1:1", "--", name]],
  certificate: [],
  verify: [(name) => ["verify", "--", name], (name) => ["verify", "bom.json", "--keys", name]],
};

const ENV = { STELE_TOKEN: "a-token" };

test("every command has its lines in these tables", () => {
  const names = COMMANDS.map(({ name }) => name).sort();
  expect(Object.keys(WAITING).sort()).toEqual(names);
  expect(Object.keys(NAMING).sort()).toEqual(names);
});

interface Started {
  readonly child: ChildProcess;
  /** The exit code as a shell shows it. */
  readonly ended: Promise<number>;
}

function start(args: readonly string[], stdout: "pipe" | "ignore" = "ignore"): Started {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...ENV };
  const child = spawn(process.execPath, [cli.executable, ...args], {
    cwd: folder,
    env,
    stdio: ["pipe", stdout, "pipe"],
  });
  running = child;
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
  return { child, ended };
}

/** Waits until a process has nothing left to do but to wait for others. */
async function waitsForOthers(child: ChildProcess, callsBefore: number, isForServer: boolean): Promise<void> {
  if (isForServer) {
    const isCalled = (): boolean => calls > callsBefore;
    while (!isCalled() && child.exitCode === null) await pause(20);
    return;
  }
  // It has started its thread and opened its input; anything earlier ends as well, by the signal itself.
  await pause(1_000);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const WAITS = Object.values(WAITING).flat();

test.each(
  WAITS.flatMap(([what, args]) => [["SIGINT", 130, what, args] as const, ["SIGTERM", 143, what, args] as const]),
)("the first %s ends with %i who waits for %s", async (signal, code, what, args) => {
  const before = calls;
  const { child, ended } = start(args({ server }));
  await waitsForOthers(child, before, what.includes("server"));
  child.kill(signal);
  expect([args({ server }).slice(0, 2), await ended]).toEqual([args({ server }).slice(0, 2), code]);
});

/** A document that takes seconds to check. */
function writeLargeBom(): void {
  const components = Array.from({ length: 150_000 }, (_, index) => ({
    type: "library",
    name: `component-${index}`,
    version: "1.0.0",
    purl: `pkg:npm/component-${index}@1.0.0`,
  }));
  writeFileSync(join(folder, "large.json"), JSON.stringify({ ...JSON.parse(BOM), components }));
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends also a command that computes", async (signal, code) => {
  writeLargeBom();
  const { child, ended } = start(["sbom", "check", "large.json"]);
  await pause(1_500);
  child.kill(signal);
  expect(await ended).toBe(code);
});

test("one who ends while a watcher watches is answered at once by either signal", async () => {
  const { child, ended } = start(["check", "--watch", "tree"], "pipe");
  let out = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  while (!out.includes("Watching")) await pause(20);
  child.kill("SIGTERM");
  expect(await ended).toBe(143);
});

const NAMES = Object.values(NAMING).flat();

test("a named pipe that nobody writes to is refused with one sentence, whoever names it", async () => {
  for (const args of NAMES.map((make) => make("fifo"))) {
    const outcome = await cli.run(args, { cwd: folder, env: ENV });
    expect([args, outcome.code]).toEqual([args, 2]);
    expectOneSentence(outcome.error, args);
  }
});

test.each(["/dev/zero", "bom.json/below", "tree/Standards"])("what %s is, is said in one sentence", async (name) => {
  for (const args of NAMES.map((make) => make(name))) {
    const outcome = await runCommand(args, { cwd: folder, token: "a-token" });
    // A folder is what some commands ask for.
    const isWelcome = name === "tree/Standards" && /^(?:check|new|build|import-history)$/.test(args[0] ?? "");
    expect([args, isWelcome ? 2 : outcome.code]).toEqual([args, 2]);
    expectOneSentence(outcome.error, args);
  }
});

/** No stack, and not the words for what should not have happened. */
function expectOneSentence(error: string, args: readonly string[]): void {
  expect([args, /\n\s+at |should not have happened/.test(error)]).toEqual([args, false]);
}

test.each(["--x", "-", "a\nb", "a\u001b[31mb", "constructor", "__proto__", "toString", "a b", "ü", "%00", "*", ""])(
  "the name %j is a name like others for every command",
  async (name) => {
    for (const args of [
      ...NAMES.map((make) => make(name)),
      ["check", "--format", name, "tree"],
      ["check", "--rule", name, "tree"],
      ["check", "--profile", name, "tree"],
      ["sbom", "check", "--format", name, "bom.json"],
      ["sbom", "score", "--profile", name, "bom.json"],
      ["sbom", name],
      ["report", name, "x"],
      ["certificate", name],
      ["accounts", name, "x"],
      ["new", name, "A title", "--track", "IaaS"],
      ["new", "standard", "A title", "--track", name],
      [name],
    ]) {
      // In this process: what it throws is what would not have been one sentence.
      const outcome = await runCommand(args, { cwd: folder, token: "a-token" });
      expect([args, [0, 1, 2].includes(outcome.code)]).toEqual([args, true]);
      expect([args, (outcome.error + outcome.out).includes("\u001b")]).toEqual([args, false]);
    }
  },
);

test("a file whose name is an odd one is checked and repaired", async () => {
  for (const name of ["--x.md", "a\nb.md", " .md", "constructor.md"]) {
    mkdirSync(join(folder, "odd"), { recursive: true });
    writeFileSync(join(folder, "odd", name), FIXABLE);
    const { code } = await cli.run(["check", "--fix", "--", name], { cwd: join(folder, "odd") });
    expect([name, code === 0 || code === 1]).toEqual([name, true]);
    expect([name, readFileSync(join(folder, "odd", name), "utf8").startsWith("---")]).toEqual([name, true]);
  }
});

/** Runs a line in the shell, `stele` being the command; answers the exit code of the first program of the pipe. */
function inShell(line: string): { readonly codes: string; readonly out: string; readonly error: string } {
  const script = `stele() { "${process.execPath}" "${cli.executable}" "$@"; }\n${line}; codes="\${PIPESTATUS[*]}"; echo "$codes" >&9`;
  const { stdout, stderr, output } = spawnSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe", "ignore", "ignore", "ignore", "ignore", "ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...ENV },
  });
  return { codes: (output[9] ?? "").trim(), out: stdout, error: stderr };
}

test("a reader that has seen enough changes no exit code, and a slow one loses nothing", () => {
  const many = Array.from({ length: 3_000 }, (_, index) => ({ type: "library", name: `c${index}`, extra: 1 }));
  writeFileSync(join(folder, "wrong.json"), JSON.stringify({ ...JSON.parse(BOM), components: many }));
  const whole = inShell("stele sbom check wrong.json --json");
  expect(whole.codes).toBe("1");
  expect(inShell("stele sbom check wrong.json --json | (sleep 1; cat)").out).toBe(whole.out);
  for (const reader of ["head -c 10", "true", "head -n 1"]) {
    const { codes, error } = inShell(`stele sbom check wrong.json --json | ${reader}`);
    expect([reader, codes, error]).toEqual([reader, "1 0", ""]);
  }
  expect(inShell("stele sbom check bom.json | true").codes).toBe("0 0");
});

test("a closed output is no failure, a full disk is one that says so", () => {
  expect(inShell("stele sbom check bom.json >&-").codes).toBe("0");
  if (!existsSync("/dev/full")) return;
  const { codes, error } = inShell("stele sbom check bom.json > /dev/full");
  expect(codes).toBe("2");
  expect(error).toBe("stele: The output could not be written (ENOSPC). Is the disk full?\n");
});

test("what another program gives through a pipe is read to its end", () => {
  const { codes, out } = inShell("stele sbom check <(sleep 1; cat bom.json)");
  expect([codes, out.includes("valid CycloneDX 1.6")]).toEqual(["0", true]);
  expect(inShell("(sleep 1; cat bom.json) | stele sbom check -").codes).toBe("0 0");
});

test("what should not happen is said in one sentence, with exit code 2 and a log for who mends it", async () => {
  writeLargeBom();
  // Less memory than the document takes.
  const env = { ...ENV, NODE_OPTIONS: "--max-old-space-size=16" };
  const { code, error } = await cli.run(["sbom", "check", "large.json"], { cwd: folder, env });
  expect(code).toBe(2);
  const [, log = ""] =
    /^stele: This should not have happened: [^\n]+\. Please report it with the log (\S+)\n$/.exec(error) ?? [];
  expect(readFileSync(log, "utf8")).toContain('arguments: ["sbom","check","large.json"]');
  expect(statSync(log).mode & 0o077).toBe(0);
  rmSync(log);
});

/** The commands that write into a file that a person named, and a file that each changes. */
const WRITING: readonly (readonly [string, string, (file: string) => readonly string[]])[] = [
  ["scs-0001-v1-sample.md", FIXABLE, (file) => ["check", "--fix", file]],
  ["scs-0001-v1-sample.md", FIXABLE, (file) => ["stabilize", file]],
  [
    "bom.json",
    JSON.stringify({
      ...JSON.parse(BOM),
      components: [{ type: "library", name: "a", licenses: [{ license: { id: "mit" } }] }],
    }),
    (file) => ["sbom", "check", "--fix", file],
  ],
];

test.each(WRITING)(
  "%s: a link stays a link, its mode stays, and foreign temporary files stay",
  async (name, text, args) => {
    const place = join(folder, `write-${args(name).join("-").replace(/\W+/g, "-")}`);
    mkdirSync(join(place, "real"), { recursive: true });
    mkdirSync(join(place, "linked"));
    const real = join(place, "real", name);
    writeFileSync(real, text);
    chmodSync(real, 0o640);
    symlinkSync(join("../real", name), join(place, "linked", name));
    writeFileSync(`${real}.tmp`, "somebody's");
    writeFileSync(join(place, "linked", `${name}.tmp`), "somebody's");
    const { code } = await cli.run(args(name), { cwd: join(place, "linked") });
    expect([0, 1]).toContain(code);
    expect(readFileSync(real, "utf8")).not.toBe(text);
    expect(lstatSync(join(place, "linked", name)).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(place, "linked", name))).toBe(join("../real", name));
    expect(statSync(real).mode & 0o7777).toBe(0o640);
    expect(readdirSync(join(place, "real")).sort()).toEqual([name, `${name}.tmp`].sort());
    expect(readFileSync(`${real}.tmp`, "utf8")).toBe("somebody's");
  },
);
