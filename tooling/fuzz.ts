/** The fuzz tests with many more cases than the gate takes: `npm run fuzz [-- <cases> [<file>…]]` (default: 100,000, all). */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [cases = "100000", ...wanted] = process.argv.slice(2);
const FILES = [
  "test/core/sboms/sbom-fuzz.node.test.ts",
  "test/workers/report-fuzz.test.ts",
  "test/workers/sbom-fuzz.test.ts",
];
const vitest = join(process.cwd(), "node_modules/vitest/vitest.mjs");
const files = wanted.length > 0 ? wanted : FILES;
const args = ["run", "--project", "core", "--project", "workers", ...files];
const env = { ...process.env, FUZZ_CASES: cases };
process.exitCode = spawnSync(process.execPath, [vitest, ...args], { stdio: "inherit", env }).status ?? 1;
