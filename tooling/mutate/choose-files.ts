import { execFileSync } from "node:child_process";

import { partOf } from "./named-set.ts";
import type { MutateOptions } from "./options.ts";

/** A file to mutate, and which of its lines; all without. */
export interface ChosenFile {
  readonly file: string;
  readonly lines?: ReadonlySet<number>;
}

/** The files that the options ask for, sorted. Throws when git does not know the commit. */
export function chooseFiles(root: string, { files, set, since }: MutateOptions): readonly ChosenFile[] {
  const isInSet = (file: string): boolean => set === "all" || file.startsWith(`${set}/`);
  if (since !== undefined) {
    const changed = changedLines(
      git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff", since, "--", "core", "workers"),
    );
    return changed.filter(({ file }) => isSource(file) && isInSet(file));
  }
  if (files.length > 0) return files.map((file) => ({ file }));
  const all = git(root, "ls-files", "core", "workers").split("\n");
  return all.filter((file) => isSource(file) && isInSet(file) && partOf(file) !== undefined).map((file) => ({ file }));
}

/** The new or changed lines of each file of a diff without context. */
export function changedLines(diff: string): readonly (ChosenFile & { readonly lines: ReadonlySet<number> })[] {
  const byFile = new Map<string, Set<number>>();
  let lines = new Set<number>();
  for (const line of diff.split("\n")) {
    const file = /^\+\+\+ b\/(.+)$/.exec(line)?.[1];
    if (file !== undefined) byFile.set(file, (lines = new Set()));
    const [, first, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (first !== undefined) for (let index = 0; index < Number(count); index += 1) lines.add(Number(first) + index);
  }
  return [...byFile].map(([file, lines]) => ({ file, lines }));
}

function isSource(file: string): boolean {
  return file.endsWith(".ts") && !file.endsWith(".d.ts");
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", root, ...args], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
}
