import { matchesGlob } from "node:path";

import type { ImportsOf } from "./import-graph.ts";

/** The test files that can reach any of `sources` through imports, the nearest first. Paths from the root. */
export function findTests(
  importsOf: ImportsOf,
  tests: readonly string[],
  sources: readonly string[],
): readonly string[] {
  const wanted = new Set(sources);
  const names = sources.map(stem);
  return tests
    .map((test) => ({ test, distance: distance(test, wanted, importsOf) - (names.includes(stem(test)) ? 1000 : 0) }))
    .filter(({ distance }) => distance < Infinity)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ test }) => test);
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
