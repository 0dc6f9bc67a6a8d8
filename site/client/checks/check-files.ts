/** The files on the desk of the page /check: what was dropped, chosen or typed, and what it is compared with. */
import type { TreeFile } from "#core/standards/checking/check-files.ts";

/** Most bytes that are read of a folder; it may be the wrong one. */
const MAX_FOLDER_BYTES = 50_000_000;
/** What may be a document, a scope or a configuration; the background thread knows which are. */
const READ = /\.(?:md|ya?ml|jsonc?)$/;
/** Folders that hold no documents. */
const SKIPPED = /(?:^|\/)(?:\.[^/]+|node_modules|dist|build)\//;

/** Files, or a sentence about why there are none. */
export type TakenFiles = readonly TreeFile[] | string;

/** Reads files that were dropped or chosen one by one; `place` gives the path that a file has in its tree. */
export async function readFiles(
  files: readonly File[],
  maxBytes: number,
  place: (name: string) => string,
): Promise<TakenFiles> {
  const tooLarge = files.find(({ size }) => size > maxBytes);
  if (tooLarge !== undefined) {
    return `${tooLarge.name} is larger than ${maxBytes.toLocaleString("en")} bytes: split the document.`;
  }
  return Promise.all(files.map(async (file) => ({ path: place(file.name), bytes: await bytesOf(file) })));
}

/** Reads what may belong to the tree that a chosen folder holds, by paths inside it. */
export async function readFolder(files: readonly File[]): Promise<TakenFiles> {
  const placed = files.map((file) => ({ file, path: file.webkitRelativePath.replace(/^[^/]*\//, "") }));
  const wanted = placed.filter(({ path }) => READ.test(path) && !SKIPPED.test(path));
  const size = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (size > MAX_FOLDER_BYTES) return "The folder holds more than 50 MB of text: choose the one of the documents.";
  if (!wanted.some(({ path }) => path.endsWith(".md"))) return "There are no Markdown files in this folder.";
  return Promise.all(wanted.map(async ({ file, path }) => ({ path, bytes: await bytesOf(file) })));
}

/** `files` with those of the same name replaced by the changed ones, and the new ones added. */
export function overlay(files: readonly TreeFile[], changed: readonly TreeFile[]): TreeFile[] {
  const names = new Set(changed.map(({ path }) => fileNameIn(path)));
  return [...files.filter(({ path }) => !names.has(fileNameIn(path))), ...changed];
}

/**
 * Where a document of this name lies, or would lie, in the published tree: ignores of a configuration go by paths. Without
 * published documents it is the name itself.
 */
export function publishedPlace(name: string, paths: readonly string[]): string {
  const known = paths.find((path) => fileNameIn(path) === name);
  if (known !== undefined || !name.endsWith(".md")) return known ?? name;
  const [first = ""] = paths;
  return first.slice(0, first.lastIndexOf("/") + 1) + name;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** The last segment of a path. */
export function fileNameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
