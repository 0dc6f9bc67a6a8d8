import { matchesGlob } from "node:path";

import type { ImportsOf } from "./import-graph.ts";

/**
 * The test files that can reach any of `sources` through imports. Those of the same name come first, then those of the same
 * folder, then the nearest. Paths from the root.
 */
export function findTests(
  importsOf: ImportsOf,
  tests: readonly string[],
  sources: readonly string[],
): readonly string[] {
  const wanted = new Set(sources);
  const [names, folders] = [new Set(sources.map(stem)), new Set(sources.map(folder))];
  return tests
    .map((test) => ({ test, distance: distance(test, wanted, importsOf) }))
    .filter(({ distance }) => distance < Infinity)
    .map(({ test, distance }) => {
      const isNear = folders.has(folder(test).slice("test/".length));
      return { test, rank: distance - (isNear ? 1_000 : 0) - (names.has(stem(test)) ? 10_000 : 0) };
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ test }) => test);
}

function folder(file: string): string {
  return file.split("/").slice(0, -1).join("/");
}

/** How many imports lie between a file and the first wanted one; infinite when none can be reached. */
function distance(from: string, wanted: ReadonlySet<string>, importsOf: ImportsOf): number {
  const seen = new Set([from]);
  let reached = [from];
  for (let steps = 0; reached.length > 0; steps += 1) {
    if (reached.some((file) => wanted.has(file))) return steps;
    reached = reached.flatMap(importsOf).filter((file) => !seen.has(file) && seen.add(file));
  }
  return Infinity;
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
