import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import type { Finding } from "#core/base/finding.ts";
import type { ManifestFile } from "#core/standards/publishing/manifest.ts";
import {
  DEFAULT_TREE_CONFIG,
  parseTreeConfig,
  TREE_CONFIG_PATH,
  type TreeConfig,
} from "#core/standards/publishing/site-config.ts";
import { classifyPath } from "#core/standards/publishing/tree-layout.ts";

import { CannotRun } from "../cli/command.ts";

/** A tree: what of it is published, and how it is laid out. */
export interface SourceTree {
  readonly config: TreeConfig;
  /** Sorted by path. */
  readonly files: readonly ManifestFile[];
  /** Faults of `stele.config.yaml` itself; the defaults stand in for it then. */
  readonly findings: readonly Finding[];
  /** The bytes of a file of `files`. */
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** A tree on disk. */
export interface DiskTree extends SourceTree {
  readonly root: string;
}

/** Reads the names and digests of all files of a tree on disk that are published. Throws `CannotRun` and what `node:fs` throws. */
export async function readTree(root: string): Promise<DiskTree> {
  const { config, findings } = await readConfig(root);
  const files: ManifestFile[] = [];
  for (const folder of ["", ...publishedFolders(config), ...(await guideGroups(root, config))]) {
    for (const entry of await readFolder(join(root, folder))) {
      const path = folder === "" ? entry : `${folder}/${entry}`;
      const kind = classifyPath(path, config.layouts);
      if (kind === undefined) continue;
      const sha256 = createHash("sha256")
        .update(await readFile(join(root, path)))
        .digest("hex");
      files.push({ path, kind, sha256 });
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { root, config, files, findings, read: (path) => readFile(join(root, path)) };
}

async function readConfig(root: string): Promise<{ config: TreeConfig; findings: readonly Finding[] }> {
  try {
    const path = join(root, TREE_CONFIG_PATH);
    if (!(await stat(path)).isFile()) {
      throw new CannotRun(`\`${TREE_CONFIG_PATH}\` must be a file; rename or remove what is there.`);
    }
    return parseTreeConfig(await readFile(path, "utf8"));
  } catch (error) {
    if (isNotFound(error)) return { config: DEFAULT_TREE_CONFIG, findings: [] };
    throw error;
  }
}

function publishedFolders({ layouts }: TreeConfig): string[] {
  return [
    ...new Set(
      layouts.flatMap(({ documents, scopes, releases, providers, news }) =>
        [documents, scopes, releases, providers, news].filter((folder) => folder !== undefined),
      ),
    ),
  ];
}

/** The folders of guides: one per group, below those that the layouts name. */
async function guideGroups(root: string, { layouts }: TreeConfig): Promise<string[]> {
  const folders = new Set(layouts.map(({ guides }) => guides).filter((folder) => folder !== undefined));
  const groups = await Promise.all(
    [...folders].map(async (folder) => {
      const names = await readFolder(join(root, folder), (entry) => entry.isDirectory());
      return names.map((name) => `${folder}/${name}`);
    }),
  );
  return groups.flat();
}

/** Names of the plain files of a folder; symbolic links could lead out of the tree and are left alone. */
async function readFolder(
  folder: string,
  isWanted: (entry: Dirent) => boolean = (entry) => entry.isFile(),
): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(isWanted).map((entry) => entry.name);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
