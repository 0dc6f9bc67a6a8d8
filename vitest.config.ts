import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { configDefaults, defineConfig } from "vitest/config";

/** Tests that read files or the corpus beside the repository can only run in Node. */
const NODE_ONLY = ["test/core/**/*.corpus.test.ts", "test/core/**/*.node.test.ts"];

/** A slow machine makes tests slow, not wrong: limits in milliseconds that only a test that hangs meets. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 };
const PROCESS_PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 };

async function workerd() {
  return {
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
    projects: [
      {
        test: {
          name: "core",
          ...PATIENCE,
          environment: "node",
          include: [
            "test/core/**/*.test.ts",
            "test/site/**/*.test.ts",
            "test/site/**/*.test.tsx",
            "test/tooling/**/*.test.ts",
          ],
          exclude: configDefaults.exclude,
        },
      },
      {
        plugins: [cloudflareTest(workerd)],
        test: {
          name: "core-in-workerd",
          ...PATIENCE,
          isolate: false,
          maxWorkers: 1,
          include: ["test/core/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...NODE_ONLY],
        },
      },
      {
        plugins: [cloudflareTest(workerd)],
        test: {
          name: "workers",
          ...PATIENCE,
          isolate: false,
          maxWorkers: 1,
          include: ["test/workers/**/*.test.ts"],
          setupFiles: ["test/workers/setup.ts"],
        },
      },
      {
        test: { name: "cli", environment: "node", include: ["test/cli/**/*.test.ts"], ...PROCESS_PATIENCE },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          ...PROCESS_PATIENCE,
        },
      },
      {
        test: {
          name: "conformance",
          environment: "node",
          include: ["test/conformance/**/*.test.ts"],
          ...PROCESS_PATIENCE,
        },
      },
    ],
  },
});
