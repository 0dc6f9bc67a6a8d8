import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

import { CONFIG_FILE } from "#core/documents/check-config.ts";
import { parseDocumentName } from "#core/documents/document-id.ts";
import type { TreeFile } from "#core/checking/check-files.ts";
import { STYLE_FILES } from "#core/documents/markdown-style.ts";
import { parseTreeConfig } from "#core/publishing/site-config.ts";
import { classifyPath, KNOWN_LAYOUTS, type TreeLayout } from "#core/publishing/tree-layout.ts";

import { CannotRun } from "../command.ts";

/** A tree of documents as it lies on the disk. */
export interface DiskTree {
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  /** `stele.config.yaml` at the root, if there is one. */
  readonly configText: string | undefined;
  /** The tree's own markdownlint configuration, if there is one. */
  readonly styleText: string | undefined;
  readonly files: readonly TreeFile[];
  /** Certificate scopes of the tree. */
  readonly scopes: readonly TreeFile[];
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

/** The folder of the nearest configuration above a file, or else the file's own folder. */
function rootOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_FILE))) return folder;
    if (dirname(folder) === folder) return dirname(file);
  }
}

function readTree(root: string, wanted: ReadonlySet<string> | undefined): DiskTree {
  const configText = readIfThere(join(root, CONFIG_FILE));
  const styleText = STYLE_FILES.map((name) => readIfThere(join(root, name))).find((text) => text !== undefined);
  const layouts = layoutsOf(configText);
  const all = listFiles(root, "", 0);
  const paths = documentPaths(all, layouts);
  const scopePaths = all.filter((path) => classifyPath(path, layouts) === "scope");
  for (const path of wanted ?? []) if (!paths.includes(path) && !scopePaths.includes(path)) paths.push(path);
  const read = (path: string): TreeFile => ({ path, bytes: readFileSync(join(root, path)) });
  const files = paths.sort().map(read);
  const scopes = scopePaths.sort().map(read);
  return { root, configText, styleText, files, scopes, isComplete: true, wanted };
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** The documents of a tree: those of its layout; without one, the Markdown files beside a file that is named like a document. */
export function documentPaths(all: readonly string[], layouts: readonly TreeLayout[]): string[] {
  const hasLayout = layouts.some(
    ({ documents }) => documents !== undefined && all.some((path) => path.startsWith(`${documents}/`)),
  );
  if (hasLayout) return all.filter((path) => classifyPath(path, layouts) === "document");
  const folders = new Set(all.filter((path) => parseDocumentName(basename(path)) !== undefined).map(dirname));
  return all.filter((path) => folders.has(dirname(path)) && classifyPath(`documents/${basename(path)}`) === "document");
}

/** The layouts of a tree by the text of its configuration, if it has one. */
export function layoutsOf(configText: string | undefined): readonly TreeLayout[] {
  return configText === undefined ? KNOWN_LAYOUTS : parseTreeConfig(configText).config.layouts;
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
