/** The real worker bundle in workerd with real D1 and R2, for tests that run in Node. */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createTestHarness, unstable_splitSqlQuery } from "wrangler";

import { publishTree, type PublishOutcome } from "../tooling/publishing/publish-tree.ts";
import { readTree } from "../tooling/publishing/read-tree.ts";

/** A running Stele. */
export interface TestStele {
  /** Without trailing slash. */
  readonly url: string;
  readonly operatorToken: string;
  readonly env: { readonly DB: D1Database; readonly BLOBS: R2Bucket };
  /** What the clock does every few minutes. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** The repository's root folder. */
export const ROOT = join(import.meta.dirname, "..");

/** Starts a Stele with an empty, migrated database; `secrets` are further bindings that the operator sets. */
export async function startStele(secrets: Readonly<Record<string, string>> = {}): Promise<TestStele> {
  const operatorToken = randomBytes(32).toString("base64url");
  const vars = { OPERATOR_TOKEN_SHA256: createHash("sha256").update(operatorToken).digest("hex"), ...secrets };
  const optionsWith = (more: Readonly<Record<string, string>>) => ({
    root: ROOT,
    workers: [{ configPath: join(ROOT, "wrangler.toml"), vars: { ...vars, ...more } }],
  });
  const harness = createTestHarness(optionsWith({}));
  const { url } = await harness.listen();
  // What it signs stands under its own address, which is known only now.
  if (secrets["PUBLIC_ORIGIN"] === undefined) await harness.update(optionsWith({ PUBLIC_ORIGIN: url.origin }));
  const env = (await harness.getWorker().getEnv()) as unknown as TestStele["env"];
  const folder = join(ROOT, "workers/migrations");
  for (const name of readdirSync(folder).sort()) {
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), "utf8"));
    await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
  }
  const tick = async (): Promise<void> => {
    const { outcome } = await harness.getWorker().scheduled({ cron: "*/5 * * * *", scheduledTime: new Date() });
    if (outcome !== "ok") throw new Error(`the scheduled run ended with ${outcome}`);
  };
  return { url: url.href.replace(/\/$/, ""), operatorToken, env, tick, close: () => harness.close() };
}

/** Publishes a folder through the public API, as the command does. */
export async function publishFolder(stele: TestStele, folder: string): Promise<PublishOutcome> {
  return publishTree({ url: stele.url, token: stele.operatorToken }, await readTree(folder));
}
