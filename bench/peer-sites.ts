/**
 * The same documents as a site of Astro Starlight and of Eleventy. Both are too large to be dependencies of this project,
 * so they are installed once, with pinned versions, into `.stele/bench-peers`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { commandTimeMs } from "./processor-time.ts";

/** A site that is built from a folder of Markdown. */
export interface PeerSite {
  readonly name: string;
  /** Empties caches and output; documents are written anew. */
  reset(documents: ReadonlyMap<string, string>): void;
  /** Replaces one document. */
  change(name: string, text: string): void;
  /** Builds; answers the milliseconds of processor time. */
  build(): Promise<number>;
}

const STARLIGHT = ["astro@7.3.5", "@astrojs/starlight@0.42.4", "@astrojs/markdown-remark@7"];
const ELEVENTY = ["@11ty/eleventy@3.1.2"];

/** Astro Starlight with its defaults: sidebar, table of contents, highlighting, search index. */
export function starlightSite(root: string): PeerSite {
  const folder = installed(root, "starlight", STARLIGHT);
  const content = join(folder, "src/content/docs");
  writeFileSync(
    join(folder, "astro.config.mjs"),
    'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n' +
      'export default defineConfig({ site: "https://standards.example", integrations: [starlight({ title: "Standards" })] });\n',
  );
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(
    join(folder, "src/content.config.ts"),
    'import { defineCollection } from "astro:content";\nimport { docsLoader } from "@astrojs/starlight/loaders";\n' +
      'import { docsSchema } from "@astrojs/starlight/schema";\n' +
      "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  return {
    name: `Starlight ${versionOf(folder, "@astrojs/starlight")}`,
    reset: (documents) => {
      for (const made of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite"]) remove(folder, made);
      writeAll(content, documents);
    },
    change: (name, text) => writeFileSync(join(content, name), text),
    build: () =>
      commandTimeMs(process.execPath, ["node_modules/astro/bin/astro.mjs", "build"], {
        cwd: folder,
        env: { ASTRO_TELEMETRY_DISABLED: "1" },
      }),
  };
}

/** Eleventy with a bare layout: the least that can be done. */
export function eleventySite(root: string): PeerSite {
  const folder = installed(root, "eleventy", ELEVENTY);
  const content = join(folder, "content");
  mkdirSync(join(folder, "content/_includes"), { recursive: true });
  // Documents hold braces that are no template.
  writeFileSync(
    join(folder, "eleventy.config.mjs"),
    'export default () => ({ dir: { input: "content", output: "_site" }, markdownTemplateEngine: false });\n',
  );
  return {
    name: `Eleventy ${versionOf(folder, "@11ty/eleventy")}`,
    reset: (documents) => {
      for (const made of ["_site", ".cache"]) remove(folder, made);
      writeAll(content, documents);
      mkdirSync(join(content, "_includes"), { recursive: true });
      writeFileSync(
        join(content, "_includes/page.njk"),
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content | safe }}</body></html>\n',
      );
      writeFileSync(join(content, "content.json"), '{ "layout": "page.njk" }\n');
    },
    change: (name, text) => writeFileSync(join(content, name), text),
    build: () => commandTimeMs(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"], { cwd: folder }),
  };
}

function installed(root: string, name: string, packages: readonly string[]): string {
  const folder = join(root, ".stele/bench-peers", name);
  const stamp = join(folder, "installed.json");
  const wanted = JSON.stringify(packages);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  console.error(`Installing ${packages.join(", ")} for comparison (once)`);
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  const result = spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (result.status !== 0)
    throw new Error(`${name} could not be installed; the comparison needs the package registry.`);
  writeFileSync(stamp, wanted);
  return folder;
}

function versionOf(folder: string, name: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

function remove(folder: string, name: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
}

function writeAll(folder: string, documents: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of documents) writeFileSync(join(folder, name), text);
}

/** The documents of a folder, templates and readme left out, as they are published. */
export function readDocuments(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => /^[a-z]+-\d{4}-.*\.md$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8").replace(/^\ufeff/, "")]));
}

/** Puts documents into a tree that Stele publishes. */
export function writeTree(folder: string, documents: ReadonlyMap<string, string>): void {
  writeAll(join(folder, "documents"), documents);
  cpSync(join(import.meta.dirname, "../standards-src/stele.config.yaml"), join(folder, "stele.config.yaml"));
}
