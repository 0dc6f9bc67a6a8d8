import { spawnSync } from "node:child_process";
import { posix } from "node:path";

import { readModule, type SourceModule } from "./read-module.ts";

/** What the repository is made of, counted. */
export interface HouseSurvey {
  readonly modules: readonly SourceModule[];
  readonly tests: readonly SourceModule[];
  /** Files on one level, by folder, most first; lists of rules and checks aside, where one file is one entry of a list. */
  readonly folders: readonly (readonly [string, number])[];
  /** Which wing or slice uses which, with the number of imports. */
  readonly uses: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Folders of shipped code. */
const SHIPPED = ["core", "site", "workers", "tooling"] as const;
/** Folders in which every file is one entry of a list, as data would be. */
const LISTS = /(?:^|\/)(?:rules|checks|elements|cases|operations|commands)$/;

/** Reads all TypeScript files that git knows or would take. */
export function surveyHouse(root: string): HouseSurvey {
  const paths = listSources(root);
  const modules = paths
    .filter((path) => SHIPPED.some((name) => path.startsWith(`${name}/`)))
    .map((path) => readModule(root, path));
  const tests = paths
    .filter((path) => path.startsWith("test/") && !path.startsWith("test/tooling/walls/cases/"))
    .map((path) => readModule(root, path));
  return { modules, tests, folders: countFolders(modules), uses: countUses(modules) };
}

/** The wing or slice that a path belongs to: `core/base`, `workers/reports`, `site`, `site/client`. */
export function wingOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  if (top === "site") return second === "client" ? "site/client" : "site";
  return top === "core" || top === "workers" ? `${top}/${second}` : top;
}

function listSources(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.ts", "*.tsx"];
  const { stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(stdout.split("\n"))].filter((path) => path !== "" && !path.endsWith(".d.ts")).toSorted();
}

function countFolders(modules: readonly SourceModule[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { path } of modules) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].filter(([folder]) => !LISTS.test(folder)).toSorted(([, a], [, b]) => b - a);
}

function countUses(modules: readonly SourceModule[]): Map<string, Map<string, number>> {
  const uses = new Map<string, Map<string, number>>();
  for (const { path, imports } of modules) {
    const from = wingOf(path);
    const row = uses.get(from) ?? new Map<string, number>();
    uses.set(from, row);
    for (const target of imports) {
      const to = wingOf(target);
      if (to !== from) row.set(to, (row.get(to) ?? 0) + 1);
    }
  }
  return uses;
}
