import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

import type { TreeFile } from "#core/standards/checking/check-files.ts";
import { configurationOf, type ConfigurationTexts } from "#core/standards/checking/tree-configuration.ts";
import type { CheckSettings } from "#core/standards/checking/check-settings.ts";
import { documentPaths, layoutsOf, scopePaths } from "#core/standards/checking/tree-paths.ts";
import { TREE_CONFIG_PATH } from "#core/standards/publishing/site-config.ts";
import { STYLE_FILES } from "#core/standards/checking/markdown-style.ts";

import { CannotRun } from "../command.ts";

/** A tree of documents as it lies on the disk. */
export interface DiskTree extends ConfigurationTexts {
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  readonly files: readonly TreeFile[];
  /** Certificate scopes of the tree. */
  readonly scopes: readonly TreeFile[];
  /** All files of the tree where it is the root of a repository, which links may lead to. */
  readonly repositoryPaths: readonly string[] | undefined;
  /** Whether the files are all documents of the tree. */
  readonly isComplete: boolean;
  /** The files that findings are wanted for; undefined for all. */
  readonly wanted: ReadonlySet<string> | undefined;
}

/** Folders that hold no documents of the tree. */
const SKIPPED_FOLDERS = new Set(["node_modules", "dist", "build"]);
/** How deep folders are searched. */
const MAX_DEPTH = 12;

/**
 * Finds the trees that paths mean. A folder is a tree of its own; files of one tree are taken together and their tree is
 * read as a whole, so that references between documents can be judged.
 */
export function collectTrees(paths: readonly string[], cwd: string): DiskTree[] {
  const folders: string[] = [];
  const filesByRoot = new Map<string, Set<string>>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const status = statSync(absolute, { throwIfNoEntry: false });
    if (status === undefined)
      throw new CannotRun(`There is no file or folder \`${path}\`. Paths are relative to ${cwd}.`);
    if (status.isDirectory()) {
      folders.push(absolute);
      continue;
    }
    if (!status.isFile()) {
      throw new CannotRun(`\`${path}\` is a pipe or device; give its content to standard input: \`stele check -\`.`);
    }
    const root = rootOf(absolute);
    const wanted = filesByRoot.get(root) ?? new Set();
    wanted.add(toPath(relative(root, absolute)));
    filesByRoot.set(root, wanted);
  }
  return [
    ...folders.map((folder) => readTree(folder, undefined)),
    ...[...filesByRoot].map(([root, wanted]) => readTree(root, wanted)),
  ];
}

/** A document on standard input, judged alone by the settings of the tree in which its path lies. */
export function inputTree(path: string, bytes: Uint8Array, cwd: string): DiskTree {
  const absolute = resolve(cwd, path);
  const root = rootOf(absolute);
  const files = [{ path: toPath(relative(root, absolute)), bytes }];
  return {
    root,
    ...configurationTexts(root),
    files,
    scopes: [],
    repositoryPaths: undefined,
    isComplete: false,
    wanted: undefined,
  };
}

/** What documents in a folder are checked by. */
export function settingsAround(folder: string): CheckSettings {
  return configurationOf(configurationTexts(rootOf(join(folder, TREE_CONFIG_PATH)))).settings;
}

/** The folder of the nearest configuration above a file, or else the file's own folder. */
function rootOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, TREE_CONFIG_PATH))) return folder;
    if (dirname(folder) === folder) return dirname(file);
  }
}

function readTree(root: string, wanted: ReadonlySet<string> | undefined): DiskTree {
  const texts = configurationTexts(root);
  const layouts = layoutsOf(texts.configText);
  const all = listFiles(root, "", 0);
  const paths = documentPaths(all, layouts);
  const scopes = scopePaths(all, layouts);
  for (const path of wanted ?? []) if (!paths.includes(path) && !scopes.includes(path)) paths.push(path);
  const read = (path: string): TreeFile => ({ path, bytes: readFileSync(join(root, path)) });
  const [files, scopeFiles] = [paths.sort().map(read), scopes.sort().map(read)];
  // Part of a repository, an excerpt for example, says nothing about the rest.
  const repositoryPaths = existsSync(join(root, ".git")) ? all : undefined;
  return { root, ...texts, paths: all, files, scopes: scopeFiles, repositoryPaths, isComplete: true, wanted };
}

function configurationTexts(root: string): ConfigurationTexts {
  const stylePath = STYLE_FILES.find((name) => existsSync(join(root, name)));
  return {
    configText: readIfThere(join(root, TREE_CONFIG_PATH)),
    styleText: stylePath === undefined ? undefined : readIfThere(join(root, stylePath)),
    stylePath,
  };
}

function readIfThere(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  if (!status.isFile()) throw new CannotRun(`\`${path}\` must be a file; rename or remove what is there.`);
  return readFileSync(path, "utf8");
}

/** The files below a folder with forward slashes; hidden folders and those of builds are left out. */
export function listFiles(root: string, folder: string, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    if (!entry.isDirectory() || entry.name.startsWith(".") || SKIPPED_FOLDERS.has(entry.name)) return [];
    return listFiles(root, path, depth + 1);
  });
}

function toPath(path: string): string {
  return path.split(sep).join("/");
}
