/**
 * The fuzz tests with many more cases than the gate takes: `npm run fuzz [-- <cases> [<file>…]]` (default: 100,000, all).
 * Every run tries other cases, in CI always the same; `STELE_SEED` repeats a run.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [cases = "100000", ...wanted] = process.argv.slice(2);
/** A running Stele is asked a tenth as often: each answer is measured alone. */
const queries = String(Math.ceil(Number(cases) / 10));
const FILES = [
  "test/core/sboms/checking/sbom-fuzz.node.test.ts",
  "test/workers/reports/report-fuzz.test.ts",
  "test/workers/sboms/sbom-fuzz.test.ts",
  "test/conformance/hostile-queries.test.ts",
];
const vitest = join(process.cwd(), "node_modules/vitest/vitest.mjs");
const files = wanted.length > 0 ? wanted : FILES;
const args = ["run", "--project", "core", "--project", "workers", "--project", "conformance", ...files];
const fresh = process.env["CI"] === undefined ? Math.floor(Math.random() * 2 ** 31) : 1;
const seed = process.env["STELE_SEED"] ?? `${fresh}`;
process.stdout.write(`${cases} cases each, ${queries} queries; STELE_SEED=${seed} repeats this run\n`);
const env = { ...process.env, FUZZ_CASES: cases, FUZZ_QUERIES: queries, STELE_SEED: seed };
process.exitCode = spawnSync(process.execPath, [vitest, ...args], { stdio: "inherit", env }).status ?? 1;
