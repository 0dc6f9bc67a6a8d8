/**
 * Every wall has a line that it refuses: each file in `cases/` names a place, the code of the refusal, and the promise that it
 * would break. It is compiled and linted as if it stood there. A border without a case does not count.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const CASES = join(import.meta.dirname, "cases");
const BIN = join(ROOT, "node_modules/.bin");

interface Case {
  readonly name: string;
  /** The folder in which the line would stand. */
  readonly place: string;
  /** Codes of which one must be reported: `TS6307`, `pure(no-clock)`. */
  readonly refused: readonly string[];
  readonly promise: string;
  readonly source: string;
}

const cases = readdirSync(CASES).map(readCase);

/** A copy of the house's outline in which every case stands at its place. */
let tree = "";
let findings: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(() => {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  tree = mkdtempSync(join(ROOT, "dist/walls-"));
  for (const [project, members] of Map.groupBy(cases, ({ place }) => projectOf(place))) build(project, members);
  writeFileSync(join(tree, ".oxlintrc.json"), JSON.stringify(lintSettings()));
  findings = lint();
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test("there are at least thirty cases, and one for every wing, slice and rule that stands for a promise", () => {
  expect(cases.length).toBeGreaterThanOrEqual(30);
  const places = new Set(cases.map(({ place }) => place.split("/").slice(0, 2).join("/")));
  const wings = foldersOf("core").map((name) => `core/${name}`);
  const slices = foldersOf("workers")
    .filter((name) => name !== "migrations" && !["standing", "sign-in"].includes(name))
    .map((name) => `workers/${name}`);
  expect([...wings, ...slices].filter((place) => !places.has(place))).toEqual([]);
});

describe("a line is refused where", () => {
  test.each(cases)("$promise ($name)", ({ name, refused }) => {
    const codes = findings.get(name) ?? [];
    expect(
      codes.filter((code) => refused.includes(code)),
      `${name}: reported were ${codes.join(", ")}`,
    ).not.toEqual([]);
  });
});

function foldersOf(path: string): string[] {
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function readCase(file: string): Case {
  const source = readFileSync(join(CASES, file), "utf8");
  const header = (name: string): string =>
    source.split("\n").flatMap((line) => (line.startsWith(`// ${name}: `) ? [line.slice(name.length + 5)] : []))[0] ??
    "";
  return {
    name: file.slice(0, -".ts".length),
    place: header("place"),
    refused: header("refused").split("|"),
    promise: header("promise"),
    source,
  };
}

/** The TypeScript project that a place belongs to: the nearest folder with a tsconfig.json. */
function projectOf(place: string): string {
  const parts = place.split("/");
  while (parts.length > 0 && !readdirSync(join(ROOT, ...parts)).includes("tsconfig.json")) parts.pop();
  return parts.join("/");
}

/** Writes the cases of a project with a configuration that has its options, references and nothing of its own. */
function build(project: string, members: readonly Case[]): void {
  const original = JSON.parse(readFileSync(join(ROOT, project, "tsconfig.json"), "utf8")) as {
    readonly references?: readonly { readonly path: string }[];
    readonly include: readonly string[];
    readonly compilerOptions: { readonly types?: readonly string[] };
  };
  const folder = join(tree, project);
  const back = (path: string): string => relative(folder, join(ROOT, project, path));
  for (const { name, place, source } of members) {
    mkdirSync(join(tree, place), { recursive: true });
    // Relative imports keep their targets in the real tree.
    const moved = source.replaceAll(/(from ")(\.[^"]+)"/g, (_, start: string, target: string) => {
      return `${start}${relative(join(tree, place), join(ROOT, place, target))}"`;
    });
    writeFileSync(join(tree, place, `${name}.ts`), moved);
  }
  const config = {
    extends: back("tsconfig.json"),
    compilerOptions: {
      ...typesOf(original.compilerOptions.types, back),
      rootDir: relative(folder, ROOT),
      outDir: join(relative(folder, tree), "out", project),
    },
    include: [
      ...members.filter(isForCompiler).map(({ name, place }) => join(relative(project, place), `${name}.ts`)),
      ...declarations(original, back),
    ],
    exclude: [],
    references: (original.references ?? []).map(({ path }) => ({ path: back(path) })),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
}

/** What only the linter refuses stays out of the compiler's way: a library that one file brings, all files have. */
function isForCompiler({ refused }: Case): boolean {
  return refused.some((code) => code.startsWith("TS"));
}

/** Types that a configuration names by path are looked for from the configuration that inherits them. */
function typesOf(types: readonly string[] | undefined, back: (path: string) => string): { types?: string[] } {
  return types === undefined ? {} : { types: types.map((name) => (name.startsWith(".") ? back(name) : name)) };
}

function declarations(original: { readonly include: readonly string[] }, back: (path: string) => string): string[] {
  return original.include.filter((path) => path.endsWith(".d.ts")).map(back);
}

/** The codes of the compiler, by case. */
function compile(): Map<string, string[]> {
  const projects = [...new Set(cases.map(({ place }) => projectOf(place)))].map((project) => join(tree, project));
  const { stdout } = spawnSync(join(BIN, "tsc"), ["-b", "--pretty", "false", ...projects], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return collect(stdout, /^(?<file>[^\s(][^(]*)\.ts\(\d+,\d+\): error (?<code>TS\d+)/gm);
}

/** The rules of the linter, by case, added to what the compiler said. */
function lint(): Map<string, string[]> {
  const args = [
    "--format=unix",
    "--config",
    join(tree, ".oxlintrc.json"),
    "--no-ignore",
    ...cases.map(({ name, place }) => join(place, `${name}.ts`)),
  ];
  const { stdout } = spawnSync(join(BIN, "oxlint"), args, { cwd: tree, encoding: "utf8" });
  const linted = collect(stdout, /^(?<file>[^\s:][^:]*)\.ts:\d+:\d+: .*\[Error\/(?<code>[^\]]+)\]$/gm);
  for (const [name, codes] of compile()) linted.set(name, [...codes, ...(linted.get(name) ?? [])]);
  return linted;
}

function collect(output: string, pattern: RegExp): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { groups } of output.matchAll(pattern)) {
    const name = groups?.["file"]?.split("/").at(-1) ?? "";
    found.set(name, [...(found.get(name) ?? []), groups?.["code"] ?? ""]);
  }
  return found;
}

/** The house's own settings; types are the compiler's business here. */
function lintSettings(): object {
  const settings = JSON.parse(readFileSync(join(ROOT, ".oxlintrc.json"), "utf8")) as Record<string, unknown>;
  const plugins = (settings["jsPlugins"] as readonly string[]).map((path) => relative(tree, join(ROOT, path)));
  return {
    ...settings,
    $schema: undefined,
    options: {},
    ignorePatterns: [],
    jsPlugins: plugins.map((path) => (path.startsWith(".") ? path : `./${path}`)),
  };
}
