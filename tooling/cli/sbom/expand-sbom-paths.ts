import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

import { matchesGlob, parseGlob } from "#core/base/text/glob.ts";

import { CannotRun, type CommandIo } from "../command.ts";

/** Names by which SBOMs go; what is called so and is none is worth a finding. */
const SBOM_NAME = /(?:^|[.-])(?:cdx|spdx|s?bom)\.json$/i;
/** What every SBOM in JSON says at its top; other JSON of a folder is passed over. */
const MARKS = ['"bomFormat"', '"spdxVersion"', "spdx.org/rdf/3."];
/** Files of a folder that are looked at: more are no folder of SBOMs. */
const MAX_FILES = 100_000;

/**
 * The files that were meant, in the order of what was named: a folder stands for the SBOMs in it, a pattern with `*` or `**` for the files that
 * it describes (for shells that leave patterns alone), and `-` for standard input.
 */
export async function expandSbomPaths(names: readonly string[], io: CommandIo): Promise<readonly string[]> {
  const files: string[] = [];
  // What a folder or a pattern finds again is not checked again.
  const add = (found: readonly string[]): void => {
    const known = new Set(files);
    for (const path of found) if (!known.has(path)) files.push(path);
  };
  for (const name of names) {
    if (name === "-") files.push(name);
    else if (await isFolder(resolve(io.cwd, name))) add(await sbomsIn(name, io));
    else if (name.includes("*") && !(await exists(resolve(io.cwd, name)))) add(await filesLike(name, io));
    else files.push(name);
  }
  return files;
}

async function sbomsIn(folder: string, io: CommandIo): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await listFiles(folder, io)) {
    if (!path.endsWith(".json")) continue;
    if (SBOM_NAME.test(path.slice(path.lastIndexOf("/") + 1)) || (await hasMark(resolve(io.cwd, path))))
      found.push(path);
  }
  if (found.length === 0) throw new CannotRun(`There is no SBOM in \`${folder}\`: no JSON of CycloneDX or SPDX.`);
  return found;
}

async function filesLike(pattern: string, io: CommandIo): Promise<readonly string[]> {
  const plain = pattern.replaceAll("\\", "/").replace(/^\.\//, "");
  const beforeStar = plain.slice(0, plain.indexOf("*"));
  const root = beforeStar.slice(0, beforeStar.lastIndexOf("/") + 1);
  // `**/` also stands for no folder at all; the first character holds the pattern at the start of the path.
  const globs = [plain, plain.replaceAll("**/", "")].map((one) => parseGlob(`\0${one}`));
  const found = (await listFiles(root === "" ? "." : root.replace(/\/$/, "") || "/", io)).filter((path) =>
    globs.some((glob) => matchesGlob(glob, `\0${path}`) === true),
  );
  if (found.length === 0) throw new CannotRun(`No file is described by \`${pattern}\`.`);
  return found;
}

/** Files below a folder in the order of their names; what hides itself or was installed is passed over. */
async function listFiles(folder: string, io: CommandIo): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await readdir(resolve(io.cwd, next), { withFileTypes: true });
    const folders: string[] = [];
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = next === "." ? entry.name : join(next, entry.name).replaceAll("\\", "/");
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name)) folders.push(path);
      if (files.length > MAX_FILES)
        throw new CannotRun(`There are more than ${MAX_FILES} files in \`${folder}\`; name a part of it.`);
    }
    pending.push(...folders.toReversed());
  }
  return files;
}

async function hasMark(path: string): Promise<boolean> {
  try {
    const text = await readFile(path, "utf8");
    return MARKS.some((mark) => text.includes(mark));
  } catch {
    return false; // what cannot be read as text is no SBOM
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
