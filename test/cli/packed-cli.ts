import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bundleCli } from "../../tooling/build/bundle-cli.ts";

/** The command line as a user has it: packed by npm and installed, offline, into a folder of its own. */
export interface PackedCli {
  readonly folder: string;
  /** The installed file. */
  readonly executable: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  remove(): void;
}

/** How a command is called. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Path of another Node (default: the one that runs the tests). */
  readonly node?: string;
}

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Packs and installs the command line. */
export async function installPackedCli(): Promise<PackedCli> {
  const folder = mkdtempSync(join(tmpdir(), "stele-cli-"));
  const source = await bundleCli(join(folder, "package"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: source });
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Error("npm pack wrote no archive");
  const prefix = join(folder, "installed");
  const offline = ["--offline", "--no-audit", "--no-fund", "--silent"];
  execFileSync("npm", ["install", "--global", "--prefix", prefix, ...offline, join(folder, archive)], { cwd: folder });
  const executable = join(prefix, "lib/node_modules/stele/stele.mjs");
  if (!existsSync(executable)) throw new Error("the package was not installed");
  return {
    folder,
    executable,
    run: async (args, options = {}) => runCommand(options.node ?? process.execPath, [executable, ...args], options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runCommand(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...options.env },
  });
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  child.on("error", reject);
  child.on("close", (code) => resolve({ code, out, error }));
  child.stdin.on("error", () => undefined); // a command that does not read its input closes it
  child.stdin.end(options.input ?? "");
  return promise;
}
