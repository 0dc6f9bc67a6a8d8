import { existsSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob, relative } from "node:path";

import { parseSync } from "oxc-parser";

/** Whoever asks the worker through the runtime reaches all of it without an import. */
const WORKER_ENTRY = "workers/app/index.ts";

/** The test files that can reach any of `sources` through imports, the nearest first. Paths from the root. */
export function findTests(root: string, tests: readonly string[], sources: readonly string[]): readonly string[] {
  const importsOf = memoize((file) => readImports(root, file));
  const wanted = new Set(sources);
  const names = sources.map(stem);
  return tests
    .map((test) => ({ test, distance: distance(test, wanted, importsOf) - (names.includes(stem(test)) ? 1000 : 0) }))
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ test }) => test);
}

/** How many imports lie between a file and the first wanted one; infinite when none can be reached. */
function distance(from: string, wanted: ReadonlySet<string>, importsOf: (file: string) => readonly string[]): number {
  const seen = new Set([from]);
  let reached = [from];
  for (let steps = 0; reached.length > 0; steps += 1) {
    if (reached.some((file) => wanted.has(file))) return steps;
    reached = reached.flatMap(importsOf).filter((file) => !seen.has(file) && seen.add(file));
  }
  return Infinity;
}

function readImports(root: string, file: string): readonly string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const source = readFileSync(join(root, file), "utf8");
  const { module } = parseSync(file, source);
  const names = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      source.slice(start, end).replaceAll(/["'`]/g, ""),
    ),
  ];
  return names.flatMap((name) => resolve(root, file, name));
}

function resolve(root: string, file: string, name: string): readonly string[] {
  if (name.startsWith("cloudflare:")) return [WORKER_ENTRY];
  const path = name.startsWith("#") ? name.slice(1) : relative(root, join(root, dirname(file), name));
  return (name.startsWith("#") || name.startsWith(".")) && existsSync(join(root, path)) ? [path] : [];
}

/** `standing` for `core/certificates/standing.ts` and for its tests. */
export function stem(file: string): string {
  return (file.split("/").at(-1) ?? "").replace(/(\.node|\.corpus)?(\.test)?\.tsx?$/, "");
}

/** Which of `files` a project of Vitest runs. */
export function belongsTo(
  file: string,
  { include, exclude }: { include: readonly string[]; exclude: readonly string[] },
): boolean {
  return include.some((glob) => matchesGlob(file, glob)) && !exclude.some((glob) => matchesGlob(file, glob));
}

function memoize(read: (file: string) => readonly string[]): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const answer = known.get(file) ?? read(file);
    known.set(file, answer);
    return answer;
  };
}
