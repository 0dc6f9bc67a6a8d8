import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { parseSync } from "oxc-parser";

/** Whoever asks the worker through the runtime reaches all of it without an import. */
const WORKER_ENTRY = "workers/app/index.ts";

/** What a file imports from this repository; paths from the root. */
export type ImportsOf = (file: string) => readonly string[];

/** Reads imports when they are asked for, each file once. */
export function readImportGraph(root: string): ImportsOf {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const answer = known.get(file) ?? readImports(root, file);
    known.set(file, answer);
    return answer;
  };
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
