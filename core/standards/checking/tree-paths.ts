/** Which files of a folder are its documents, the same for a folder on a disk, in a commit and in a browser. */
import { fileNameOf, parseDocumentName } from "#core/standards/documents/document-id.ts";
import { STYLE_FILES } from "#core/standards/checking/markdown-style.ts";
import { parseTreeConfig, TREE_CONFIG_PATH } from "#core/standards/publishing/site-config.ts";
import { classifyPath, KNOWN_LAYOUTS, type TreeLayout } from "#core/standards/publishing/tree-layout.ts";

import type { TreeFile } from "./check-files.ts";

/** The layouts of a tree by the text of its configuration, if it has one. */
export function layoutsOf(configText: string | undefined): readonly TreeLayout[] {
  return configText === undefined ? KNOWN_LAYOUTS : parseTreeConfig(configText).config.layouts;
}

/** The documents of a tree: those of its layout; without one, the Markdown files beside a file that is named like a document. */
export function documentPaths(all: readonly string[], layouts: readonly TreeLayout[]): string[] {
  const hasLayout = layouts.some(
    ({ documents }) => documents !== undefined && all.some((path) => path.startsWith(`${documents}/`)),
  );
  if (hasLayout) return all.filter((path) => classifyPath(path, layouts) === "document");
  const folders = new Set(all.filter((path) => parseDocumentName(fileNameOf(path)) !== undefined).map(folderOf));
  return all.filter(
    (path) => folders.has(folderOf(path)) && classifyPath(`documents/${fileNameOf(path)}`) === "document",
  );
}

/** The scope files of a tree. */
export function scopePaths(all: readonly string[], layouts: readonly TreeLayout[]): string[] {
  return all.filter((path) => classifyPath(path, layouts) === "scope");
}

/** The files of a folder that a check of it looks at: its documents and scopes, and its configuration at the root. */
export function filesOfTree(files: readonly TreeFile[]): TreeFile[] {
  const config = files.find(({ path }) => path === TREE_CONFIG_PATH);
  const layouts = layoutsOf(config === undefined ? undefined : new TextDecoder("utf-8").decode(config.bytes));
  const paths = files.map(({ path }) => path);
  const wanted = new Set([
    ...documentPaths(paths, layouts),
    ...scopePaths(paths, layouts),
    TREE_CONFIG_PATH,
    ...STYLE_FILES,
  ]);
  return files.filter(({ path }) => wanted.has(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
