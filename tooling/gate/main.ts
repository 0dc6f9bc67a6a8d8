/**
 * The gate: everything that must hold before a change lands, in one run. `npm test` and CI call it. All steps run even
 * after one failed, so that one run tells everything; the exit code is 1 when any failed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { generate } from "../build/generate.ts";
import { checkBundle } from "./bundle.ts";
import { ensureChromium } from "./chromium.ts";
import { tightTests } from "./durations.ts";
import { checkIntegrity } from "./integrity.ts";
import { checkPatterns } from "./patterns/check-patterns.ts";
import { TEST_LIMIT_MS } from "./test-limit.ts";

const ROOT = process.cwd();
const BIN = join(ROOT, "node_modules/.bin");
const REPORT = join(ROOT, "dist/test-report.json");

/** Files that are generated and committed: they must be the same after generating again. */
const COMMITTED_GENERATED = ["docs/rules/README.md", "docs/decisions/README.md"];

interface Step {
  readonly name: string;
  /** Answers what to print beside the name; throws to fail. */
  run(): string | Promise<string>;
}

const STEPS: readonly Step[] = [
  { name: "generate", run: async () => generate(ROOT) },
  { name: "types", run: () => tool("tsc", "-b") },
  { name: "lint", run: () => tool("oxlint", "--deny-warnings", "--report-unused-disable-directives") },
  { name: "format", run: () => tool("oxfmt", "--check") },
  { name: "dead code", run: () => tool("knip") },
  { name: "patterns", run: () => checkPatterns(ROOT) },
  { name: "lockfile", run: () => lockfile() },
  { name: "integrity", run: () => checkIntegrity(readFileSync(join(ROOT, "package-lock.json"), "utf8")) },
  { name: "generated files", run: () => unchanged(COMMITTED_GENERATED) },
  { name: "bundle", run: () => checkBundle(ROOT) },
  { name: "browser", run: () => ensureChromium((line) => process.stdout.write(`  ${line}\n`)) },
  { name: "tests", run: tests },
];

/** `npm run test:slow`: what takes minutes more; CI runs it after the gate. */
const SLOW_STEPS: readonly Step[] = STEPS.filter(({ name }) => name === "browser" || name === "tests");
const isSlow = process.argv.includes("--slow");

const failed: string[] = [];
for (const step of isSlow ? SLOW_STEPS : STEPS) {
  const started = performance.now();
  try {
    const note = await step.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`ok    ${step.name} (${seconds} s)${note === "" ? "" : `: ${note}`}\n`);
  } catch (error) {
    failed.push(step.name);
    process.stdout.write(`FAIL  ${step.name}\n${(error as Error).message}\n`);
  }
}
process.stdout.write(failed.length === 0 ? "The gate is green.\n" : `The gate is red: ${failed.join(", ")}.\n`);
// The last line is for machines: how many tests there were.
process.stdout.write(`${testCounts()}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

function tool(name: string, ...args: string[]): string {
  const result = spawnSync(join(BIN, name), args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (result.status !== 0) throw new Error(`${result.stdout}${result.stderr}`.trim());
  return "";
}

/** `npm ci` on a fresh clone would accept the lockfile: it names everything, other platforms' binaries included. */
function lockfile(): string {
  const args = ["ci", "--dry-run", "--ignore-scripts", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  const [program, ...rest] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const result = spawnSync(program ?? "npm", [...rest, ...args], { cwd: ROOT, encoding: "utf8" });
  if (result.status !== 0)
    throw new Error(`package-lock.json does not fit package.json:\n${result.stderr.slice(0, 2000)}`);
  return "";
}

function unchanged(paths: readonly string[]): string {
  const result = spawnSync("git", ["diff", "--exit-code", "--", ...paths], { cwd: ROOT, encoding: "utf8" });
  if (result.status !== 0)
    throw new Error(`Run \`npm run generate\` and commit the result:\n${result.stdout}${result.stderr}`);
  return paths.join(", ");
}

function tests(): string {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  rmSync(REPORT, { force: true });
  const projects = isSlow ? ["core", "cli", "browser", "conformance"].map((name) => `--project=${name}`) : [];
  const args = ["run", ...projects, "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const env = { ...process.env, STELE_SLOW_TESTS: isSlow ? "1" : "" };
  const result = spawnSync(join(BIN, "vitest"), args, { cwd: ROOT, stdio: "inherit", env });
  if (result.status !== 0) throw new Error("Tests failed; the report stands above.");
  const tight = tightTests(JSON.parse(readFileSync(REPORT, "utf8")), TEST_LIMIT_MS);
  return tight.length === 0 ? "" : `a tenth of the limit was not enough for:\n  ${tight.join("\n  ")}`;
}

function testCounts(): string {
  try {
    const report = JSON.parse(readFileSync(REPORT, "utf8")) as Record<string, number>;
    const skipped = (report["numPendingTests"] ?? 0) + (report["numTodoTests"] ?? 0);
    return `${report["numPassedTests"] ?? 0} passed, ${report["numFailedTests"] ?? 0} failed, ${skipped} skipped`;
  } catch {
    return "0 passed, 1 failed";
  }
}
