import { createHash } from "node:crypto";

import type { ManifestFile } from "#core/standards/publishing/manifest.ts";
import {
  DEFAULT_TREE_CONFIG,
  parseTreeConfig,
  TREE_CONFIG_PATH,
  type TreeConfig,
} from "#core/standards/publishing/site-config.ts";
import { classifyPath } from "#core/standards/publishing/tree-layout.ts";

import type { SourceTree } from "../publishing/read-tree.ts";
import { listGitFiles, readGitObjects } from "./git.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the trees of a history come from; what was read once is kept, for most files stay the same from day to day. */
export interface GitSource {
  readonly repository: string;
  /** Folder of the tree in the repository, without slash at the end; empty for the root. */
  readonly folder: string;
  /** A `stele.config.yaml` for states that have none. */
  readonly config: Bytes | undefined;
  readonly known: Map<string, Bytes>;
}

/** The tree of a commit as `stele publish` would have read it. */
export async function readGitTree(source: GitSource, commit: string): Promise<SourceTree> {
  const prefix = source.folder === "" ? "" : `${source.folder}/`;
  const all = (await listGitFiles(source.repository, commit))
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, objectId }) => ({ path: path.slice(prefix.length), objectId }));
  const ownConfig = all.find(({ path }) => path === TREE_CONFIG_PATH);
  await learn(source, ownConfig === undefined ? [] : [ownConfig.objectId]);
  const configBytes = ownConfig === undefined ? source.config : source.known.get(ownConfig.objectId);
  const { config, findings } = readConfig(configBytes);
  const wanted = all.flatMap((file) => {
    const kind = classifyPath(file.path, config.layouts);
    return kind === undefined ? [] : [{ ...file, kind }];
  });
  await learn(
    source,
    wanted.map(({ objectId }) => objectId),
  );
  const bytes = new Map(wanted.map(({ path, objectId }) => [path, source.known.get(objectId) ?? new Uint8Array()]));
  const files: ManifestFile[] = wanted.map(({ path, kind }) => ({ path, kind, sha256: digest(bytes.get(path)) }));
  if (ownConfig === undefined && source.config !== undefined) {
    bytes.set(TREE_CONFIG_PATH, source.config);
    files.push({ path: TREE_CONFIG_PATH, kind: "config", sha256: digest(source.config) });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { config, files, findings, read: async (path) => bytes.get(path) ?? new Uint8Array() };
}

async function learn({ repository, known }: GitSource, objectIds: readonly string[]): Promise<void> {
  const unknown = [...new Set(objectIds)].filter((objectId) => !known.has(objectId));
  for (const [objectId, bytes] of await readGitObjects(repository, unknown)) known.set(objectId, bytes);
}

function readConfig(bytes: Bytes | undefined): { config: TreeConfig; findings: SourceTree["findings"] } {
  if (bytes === undefined) return { config: DEFAULT_TREE_CONFIG, findings: [] };
  return parseTreeConfig(new TextDecoder().decode(bytes));
}

function digest(bytes: Bytes | undefined): string {
  return createHash("sha256")
    .update(bytes ?? new Uint8Array())
    .digest("hex");
}
