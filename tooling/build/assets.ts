/**
 * Builds the static files of the site: style sheets, small scripts, the icon, and what few pages load later. Their names carry a digest of
 * their content, so that browsers may keep them for ever; `site/compiled/asset-names.js` tells the templates the names.
 * Run as `node tooling/build/assets.ts`; a second run over the same sources writes nothing.
 */
import { table } from "#core/base/table.ts";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, type BuildOptions, type Plugin } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Name in the templates → source, relative to the repository. */
export const ASSET_SOURCES = {
  "site.css": "site/styles/site.css",
  "theme.js": "site/client/frame/theme.ts",
  "site.js": "site/client/frame/site.ts",
  "verify.js": "site/client/credentials/verify.ts",
  "api.css": "site/styles/api.css",
  "requirements.css": "site/styles/requirements.css",
  "diff.css": "site/styles/diff.css",
  "sboms.css": "site/styles/sboms.css",
  "badges.css": "site/styles/badges.css",
  "embed.js": "site/client/badges/embed.ts",
  "history.css": "site/styles/history.css",
  "graph.css": "site/styles/graph.css",
  "search.css": "site/styles/search.css",
  "search.js": "site/client/search/search.ts",
  "check.css": "site/styles/check.css",
  // Before the engine, which asks for it by name.
  "check-style.js": "core/standards/checking/check-style.ts",
  "check-engine.js": "site/client/checks/check-engine.ts",
  "check.js": "site/client/checks/check.ts",
  "sbom-tree.js": "site/client/sboms/sbom-tree.ts",
  // One for each version of a format, before the engine that asks for the one it needs.
  "cyclonedx-1.2.js": "schemas/compiled/cyclonedx-1.2.js",
  "cyclonedx-1.3.js": "schemas/compiled/cyclonedx-1.3.js",
  "cyclonedx-1.4.js": "schemas/compiled/cyclonedx-1.4.js",
  "cyclonedx-1.5.js": "schemas/compiled/cyclonedx-1.5.js",
  "cyclonedx-1.6.js": "schemas/compiled/cyclonedx-1.6.js",
  "cyclonedx-1.7.js": "schemas/compiled/cyclonedx-1.7.js",
  "spdx-2.2.js": "schemas/compiled/spdx-2.2.js",
  "spdx-2.3.js": "schemas/compiled/spdx-2.3.js",
  "check-sbom-engine.js": "site/client/checks/check-sbom-engine.ts",
  "check-sbom.js": "site/client/checks/check-sbom.ts",
  "diagrams.js": "site/client/standards/diagrams.ts",
  "diagram-frame.js": "site/client/standards/diagram-frame.ts",
  "mermaid.js": "node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js",
  "preview.png": "site/styles/preview.png",
  "favicon.svg": "site/styles/favicon.svg",
} as const;

/** Scripts that are no modules: they run before the first paint, or where modules are of a foreign origin. */
const CLASSIC_SCRIPTS = new Set(["theme.ts", "diagram-frame.ts"]);

/**
 * Read by the platform's static file server; workers/http/security-headers.ts covers what the worker answers. The policy
 * is for threads, which go by that of their own script: they connect to nobody.
 */
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  Strict-Transport-Security: max-age=63072000
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: default-src 'none'; script-src 'self'
`;

/**
 * Builds the sources below `root` into `dist/assets` and `site/compiled` below `target`; answers the address of each
 * file by its name in the templates.
 */
export async function buildAssets(root: string = ROOT, target: string = root): Promise<Record<string, string>> {
  const folder = join(target, "dist/assets/assets");
  await mkdir(folder, { recursive: true });
  await mkdir(join(target, "site/compiled"), { recursive: true });
  const names: Record<string, string> = table({});
  for (const [name, source] of Object.entries(ASSET_SOURCES)) {
    const bytes = await compile(join(root, source), names);
    const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const fileName = name.replace(/(\.\w+)$/, `-${digest}$1`);
    await writeIfChanged(join(folder, fileName), bytes);
    names[name] = `/assets/${fileName}`;
  }
  await removeStale(folder, new Set(Object.values(names).map((path) => path.slice("/assets/".length))));
  await writeIfChanged(join(target, "dist/assets/_headers"), Buffer.from(HEADERS));
  // An older build left one here, and a static file comes before the worker's own answer.
  await rm(join(target, "dist/assets/robots.txt"), { force: true });
  await writeNames(join(target, "site/compiled"), names);
  return names;
}

async function compile(source: string, names: Readonly<Record<string, string>>): Promise<Uint8Array> {
  // Minified by those who made it.
  if (/\.(?:svg|png)$/.test(source) || source.includes("/node_modules/")) return readFile(source);
  const { outputFiles } = await build({ ...assetOptions(source, names), write: false });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild gave no output for ${source}`);
  return output.contents;
}

/** How a style sheet or script is bundled; `names` are the addresses of those that it may ask for by name. */
export function assetOptions(source: string, names: Readonly<Record<string, string>>): BuildOptions {
  return {
    entryPoints: [source],
    bundle: true,
    minify: true,
    legalComments: "none",
    // Native nesting, light-dark() and :has() stay as they are: what a browser does not know, it leaves out.
    target: "es2022",
    supported: { nesting: true },
    // Packages that have a variant for threads without a document take that one: /check runs in such a thread.
    conditions: ["worker"],
    plugins: [ownFiles(names)],
    format: CLASSIC_SCRIPTS.has(source.slice(source.lastIndexOf("/") + 1)) ? "iife" : "esm",
  };
}

/** `import("…")` of a module that is a static file too becomes an import of that file: fetched when it is wanted. */
function ownFiles(names: Readonly<Record<string, string>>): Plugin {
  return {
    name: "own-files",
    setup(bundler) {
      bundler.onResolve({ filter: /\.[jt]s$/ }, ({ kind, path }) => {
        const address = kind === "dynamic-import" ? names[path.replace(/^.*\/([^/]+)\.[jt]s$/, "$1.js")] : undefined;
        return address === undefined ? undefined : { path: address, external: true };
      });
    },
  };
}

async function writeNames(folder: string, names: Readonly<Record<string, string>>): Promise<void> {
  const script = `export const ASSETS = ${JSON.stringify(names, null, 2)};\n`;
  const types = `export declare const ASSETS: {\n${Object.keys(names)
    .map((name) => `  readonly ${JSON.stringify(name)}: string;\n`)
    .join("")}};\n`;
  await writeIfChanged(join(folder, "asset-names.js"), Buffer.from(script));
  await writeIfChanged(join(folder, "asset-names.d.ts"), Buffer.from(types));
}

async function writeIfChanged(path: string, bytes: Uint8Array): Promise<void> {
  const before = await readFile(path).catch(() => undefined);
  if (before === undefined || !before.equals(bytes)) await writeFile(path, bytes);
}

async function removeStale(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!wanted.has(name)) await rm(join(folder, name), { force: true });
  }
}

if (import.meta.main) {
  for (const path of Object.values(await buildAssets())) console.log(path);
}
