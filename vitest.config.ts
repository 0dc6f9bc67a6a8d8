import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { configDefaults, defineConfig } from "vitest/config";

/** Tests that read files or the corpus beside the repository can only run in Node. */
const NODE_ONLY = ["test/core/**/*.corpus.test.ts", "test/core/**/*.node.test.ts"];

async function workerd() {
  return {
    wrangler: { configPath: "./wrangler.toml" },
    miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations("./workers/migrations") } },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "core",
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
          isolate: false,
          maxWorkers: 1,
          include: ["test/workers/**/*.test.ts"],
          setupFiles: ["test/workers/setup.ts"],
        },
      },
      {
        test: { name: "cli", environment: "node", include: ["test/cli/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "conformance",
          environment: "node",
          include: ["test/conformance/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
