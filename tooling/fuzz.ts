/** The fuzz tests with many more cases than the gate takes: `npm run fuzz [-- <cases>]` (default: 100,000). */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const cases = process.argv[2] ?? "100000";
const vitest = join(process.cwd(), "node_modules/vitest/vitest.mjs");
const args = ["run", "--project", "workers", "test/workers/report-fuzz.test.ts"];
const env = { ...process.env, FUZZ_CASES: cases };
process.exitCode = spawnSync(process.execPath, [vitest, ...args], { stdio: "inherit", env }).status ?? 1;
