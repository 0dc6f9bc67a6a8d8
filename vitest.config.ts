import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { configDefaults, defineConfig } from "vitest/config";

import { TEST_LIMIT_MS } from "./tooling/gate/test-limit.ts";

/** Tests that read files or the corpus beside the repository can only run in Node. */
const NODE_ONLY = ["test/core/**/*.corpus.test.ts", "test/core/**/*.node.test.ts"];

/** Half a minute that the worker has to do, and Node need not repeat. */
const WORKER_ONLY = ["test/core/badges/raster.test.ts"];

/** Minutes of work on the real corpus or with many processes: `npm run test:slow`, which CI runs after the gate. */
const SLOW = [
  "test/cli/check-base.test.ts",
  "test/cli/shell.test.ts",
  "test/browser/diagrams.test.ts",
  "test/browser/every-page.test.ts",
  "test/browser/hostile-markdown.test.ts",
  "test/browser/scs-cold-load.test.ts",
  "test/browser/sboms.test.ts",
  "test/browser/search.test.ts",
  "test/conformance/import-history.test.ts",
  "test/conformance/interrupted-publish.test.ts",
  "test/conformance/local-start.test.ts",
  "test/conformance/reader-addresses.test.ts",
  "test/conformance/site-links.test.ts",
  "test/conformance/snapshot-links.test.ts",
  "test/conformance/state-links.test.ts",
  "test/conformance/static-export.test.ts",
  "test/core/compliance/standing/evaluate-10000.node.test.ts",
  "test/core/standards/changes/scs-changes.corpus.test.ts",
  "test/core/standards/checking/scs-tree.corpus.test.ts",
  "test/tooling/mutate/mutate.node.test.ts",
  "test/tooling/verdicts/mutations-2000.test.ts",
];
const isSlowRun = process.env["STELE_SLOW_TESTS"] === "1";

/** Which files of a folder run in Node: all but the slow ones in the gate, only those in the slow run. */
function filesOf(...folders: string[]) {
  if (isSlowRun) return { include: SLOW.filter((file) => folders.some((folder) => file.startsWith(folder))) };
  return {
    include: folders.flatMap((folder) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`]),
    exclude: [...configDefaults.exclude, ...SLOW, ...WORKER_ONLY],
  };
}

/** Where property tests begin: the same in every run unless `STELE_SEED` says otherwise. */
const SEEDED = {
  setupFiles: ["test/random-seed.ts"],
  provide: { seed: Number(process.env["STELE_SEED"] ?? "1") },
};

const PATIENCE = { ...SEEDED, testTimeout: TEST_LIMIT_MS, hookTimeout: TEST_LIMIT_MS };

/** Two files at a time, of whatever kind: with browsers and servers they wait more than they work. */
const MAX_WORKERS = 2;
const IN_NODE = { environment: "node", maxWorkers: MAX_WORKERS } as const;

async function workerd() {
  return {
    main: "./test/workers/main.ts",
    wrangler: { configPath: "./wrangler.toml" },
    miniflare: {
      bindings: {
        TEST_MIGRATIONS: await readD1Migrations("./workers/migrations"),
        FUZZ_CASES: process.env["FUZZ_CASES"] ?? "2000",
      },
    },
  };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    // A golden file that is missing is a failure, not a reason to write it; `-u` writes on purpose.
    update: "none",
    projects: [
      {
        test: {
          name: "core",
          ...PATIENCE,
          ...IN_NODE,
          ...filesOf("test/core", "test/site", "test/tooling"),
        },
      },
      {
        plugins: [cloudflareTest(workerd)],
        test: {
          name: "core-in-workerd",
          ...PATIENCE,
          isolate: false,
          maxWorkers: MAX_WORKERS,
          include: ["test/core/**/*.test.ts"],
          setupFiles: [...SEEDED.setupFiles, "test/lazy-modules.ts"],
          exclude: [...configDefaults.exclude, ...NODE_ONLY],
        },
      },
      {
        plugins: [cloudflareTest(workerd)],
        test: {
          name: "workers",
          ...PATIENCE,
          isolate: false,
          maxWorkers: MAX_WORKERS,
          include: ["test/workers/**/*.test.ts"],
          setupFiles: [...SEEDED.setupFiles, "test/lazy-modules.ts", "test/workers/setup.ts"],
        },
      },
      {
        test: { name: "cli", ...IN_NODE, ...filesOf("test/cli"), ...PATIENCE },
      },
      {
        test: {
          name: "browser",
          ...IN_NODE,
          ...filesOf("test/browser"),
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "conformance",
          ...IN_NODE,
          ...filesOf("test/conformance"),
          ...PATIENCE,
        },
      },
    ],
  },
});
