/** The two states that `stele check --base` compares, and the other heads whose numbers are taken. */
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import type { TreeFile } from "#core/standards/checking/check-files.ts";
import { documentPaths, layoutsOf, scopePaths } from "#core/standards/checking/tree-paths.ts";
import type { OtherHead } from "#core/standards/changes/change.ts";
import type { TreeState } from "#core/standards/changes/check-change.ts";
import { TREE_CONFIG_PATH } from "#core/standards/publishing/site-config.ts";
import type { TreeLayout } from "#core/standards/publishing/tree-layout.ts";

import { CannotRun } from "../command.ts";
import { collectTrees, listFiles, type DiskTree } from "./collect-trees.ts";
import { openGitTree, openMergeBase, type GitTree } from "./git-tree.ts";

/** What `stele check --base` compares. */
export interface ChangeStates {
  readonly tree: DiskTree;
  readonly base: TreeState;
  readonly head: TreeState;
  readonly otherHeads: readonly OtherHead[];
}

/** Proposals that authors named `XXXX` are no documents of a tree yet, but they are on their way into it. */
const UNNUMBERED = /^[a-z][a-z0-9]*-XXXX-[vw]\d/;
const MAX_DESCRIPTION_IN_BYTES = 1_048_576;

/** Reads the states; throws `CannotRun` where a folder or a commit does not exist. */
export function readChangeStates(
  paths: readonly string[],
  { base, also }: { readonly base: string; readonly also: readonly string[] },
  cwd: string,
): ChangeStates {
  const [path = "."] = paths;
  const root = resolve(cwd, path);
  if (paths.length > 1 || statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CannotRun("With --base, name one folder: the tree after the change (default: the working folder).");
  }
  const tree = readDisk(root);
  const head = stateOf(tree);
  if (head.documents.length === 0) throw new CannotRun(`There are no documents in ${root}.`);
  const isFolder = isDirectory(resolve(cwd, base));
  const begun = isFolder ? undefined : openMergeBase(root, base);
  const others = also.map((name): OtherHead => ({ name, fileNames: namesOf(name, root, cwd) }));
  return {
    tree,
    base: begun === undefined ? stateOf(readDisk(resolve(cwd, base))) : gitState(begun),
    head,
    // What was merged since this change began has taken its numbers too.
    otherHeads: isFolder ? others : [{ name: base, fileNames: gitNames(openGitTree(root, base)) }, ...others],
  };
}

/** Reads the description of the change from a file; throws `CannotRun` where there is none. */
export function readDescription(path: string | undefined, cwd: string): string {
  if (path === undefined) return "";
  const file = resolve(cwd, path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status?.isFile() !== true) throw new CannotRun(`There is no file \`${path}\` with a description.`);
  if (status.size > MAX_DESCRIPTION_IN_BYTES) throw new CannotRun(`The description \`${path}\` is larger than 1 MiB.`);
  return readFileSync(file, "utf8");
}

/** The tree of a folder with its unnumbered proposals. */
function readDisk(root: string): DiskTree {
  const [tree] = collectTrees([root], root);
  if (tree === undefined) throw new CannotRun(`There is no folder ${root}.`);
  const extra = unnumbered(listFiles(root, "", 0), layoutsOf(tree.configText));
  const read = (path: string): TreeFile => ({ path, bytes: readFileSync(join(root, path)) });
  return { ...tree, files: [...tree.files, ...extra.map(read)] };
}

function stateOf({ files, scopes, repositoryPaths }: DiskTree): TreeState {
  return { documents: files, scopes, repositoryPaths };
}

function gitState(tree: GitTree): TreeState {
  const layouts = gitLayouts(tree);
  const documents = [...documentPaths(tree.paths, layouts), ...unnumbered(tree.paths, layouts)].sort();
  const scopes = scopePaths(tree.paths, layouts).sort();
  return { documents: tree.read(documents), scopes: tree.read(scopes), repositoryPaths: tree.paths };
}

function gitLayouts(tree: GitTree): readonly TreeLayout[] {
  const [config] = tree.read([TREE_CONFIG_PATH]);
  return layoutsOf(config === undefined ? undefined : new TextDecoder("utf-8").decode(config.bytes));
}

function gitNames(tree: GitTree): string[] {
  return documentPaths(tree.paths, gitLayouts(tree)).map((path) => basename(path));
}

/** The file names of another head: of a folder, or else of a commit. */
function namesOf(name: string, root: string, cwd: string): string[] {
  const folder = resolve(cwd, name);
  if (!isDirectory(folder)) return gitNames(openGitTree(root, name));
  return readDisk(folder).files.map(({ path }) => basename(path));
}

function unnumbered(all: readonly string[], layouts: readonly TreeLayout[]): string[] {
  const folders = new Set(documentPaths(all, layouts).map((path) => dirname(path)));
  for (const { documents } of layouts) if (documents !== undefined) folders.add(documents);
  return all.filter((path) => UNNUMBERED.test(basename(path)) && path.endsWith(".md") && folders.has(dirname(path)));
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
