import { createHash, randomBytes } from "node:crypto";

import { generate } from "../build/generate.ts";
import { CannotRun } from "../cli/command.ts";
import { publishTree } from "../publishing/publish-tree.ts";
import { readTree } from "../publishing/read-tree.ts";
import { startLocalWorker } from "../start/local-worker.ts";
import { freePort } from "../start/port.ts";
import { applyMigrations } from "../start/wrangler.ts";

/** What a Stele for one export needs. */
export interface TemporarySteleOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Empty folder for its database. */
  readonly stateFolder: string;
  /** The tree that is published. */
  readonly folder: string;
  /** Ends everything when it is aborted. */
  readonly signal: AbortSignal;
}

/** Starts a Stele, publishes a tree to it, hands over its address, and ends it whatever happens. */
export async function withTemporaryStele<Outcome>(
  { root, stateFolder, folder, signal }: TemporarySteleOptions,
  use: (origin: string) => Promise<Outcome>,
): Promise<Outcome> {
  const tree = await readTree(folder);
  if (tree.files.length === 0) throw new CannotRun(`\`${folder}\` holds nothing to publish.`);
  await generate(root);
  await applyMigrations({ root, stateFolder, signal });
  const token = randomBytes(32).toString("base64url");
  const operatorTokenSha256 = createHash("sha256").update(token).digest("hex");
  const worker = await startLocalWorker({ root, stateFolder, port: await freePort(), operatorTokenSha256, signal });
  const publishAndUse = async (): Promise<Outcome> => {
    await publishTree({ url: worker.url, token }, tree);
    return use(worker.url);
  };
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new CannotRun("Interrupted.")));
  });
  try {
    return await Promise.race([publishAndUse(), aborted]);
  } finally {
    await worker.stop();
  }
}
