import type { Finding } from "#core/base/finding.ts";

import { requestJson, type Server } from "./request-json.ts";
import type { SourceTree } from "./read-tree.ts";

/** What a publish did. */
export interface PublishOutcome {
  readonly snapshot: string;
  /** ISO instant; undefined for a preview. */
  readonly activatedAt: string | undefined;
  readonly fileCount: number;
  /** Files that the server did not have yet. */
  readonly sentCount: number;
  readonly findings: readonly Finding[];
}

/** Called after each file that was sent. */
export type PublishProgress = (sent: number, total: number) => void;

/** What becomes of the state: the current one, the one from an instant of the past on, or only a preview. */
export type PublishMode =
  | { readonly kind: "now" }
  | { readonly kind: "past"; readonly at: Date }
  | { readonly kind: "preview" };

/** Files under way at once: enough to hide the latency, few enough to be kind to a small server. */
const CONCURRENCY = 4;

/**
 * Publishes a tree: registers its manifest, sends what the server lacks, flips the pointer. Every step can be repeated,
 * so an interrupted publish is completed by running it again. Throws `RequestFailed` with the server's own words.
 */
export async function publishTree(
  server: Server,
  tree: SourceTree,
  onProgress: PublishProgress = () => {},
  mode: PublishMode = { kind: "now" },
): Promise<PublishOutcome> {
  const { snapshot, missing } = await requestJson<{ snapshot: string; missing: string[] }>(server, {
    method: "POST",
    path: "/api/v1/snapshots",
    json: { files: tree.files },
  });
  const queue = [...missing];
  let sent = 0;
  const sendNext = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const body = await tree.read(path);
      const target = `/api/v1/snapshots/${snapshot}/files/${path.split("/").map(encodeURIComponent).join("/")}`;
      await requestJson(server, { method: "PUT", path: target, body });
      sent += 1;
      onProgress(sent, missing.length);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, sendNext));
  const activatedAt = mode.kind === "preview" ? undefined : await activate(server, snapshot, mode);
  const { findings } = await requestJson<{ findings: Finding[] }>(server, {
    method: "GET",
    path: `/api/v1/snapshots/${snapshot}`,
  });
  return { snapshot, activatedAt, fileCount: tree.files.length, sentCount: missing.length, findings };
}

async function activate(
  server: Server,
  snapshot: string,
  mode: Exclude<PublishMode, { kind: "preview" }>,
): Promise<string> {
  const { activatedAt } = await requestJson<{ activatedAt: string }>(server, {
    method: "POST",
    path: `/api/v1/snapshots/${snapshot}/activate`,
    ...(mode.kind === "past" ? { json: { at: mode.at.toISOString() } } : {}),
  });
  return activatedAt;
}
