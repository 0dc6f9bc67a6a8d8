/** What is shipped is what the bundlers took: the worker, the scripts of the site, and the packed command. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build, type BuildOptions, type Metafile } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

import { ASSET_SOURCES, assetOptions } from "../../../tooling/build/assets.ts";
import { cliOptions } from "../../../tooling/build/bundle-cli.ts";
import { ROOT } from "../../harness.ts";

let folder: string;
/** Where the packages with code in a bundle are installed: one may lie in another's folder. */
const shipped = new Set<string>();
/** Those that our own code imports. */
const imported = new Set<string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stele-shipped-"));
  note(bundleWorker());
  note(await metafileOf(cliOptions(join(folder, "cli"))));
  for (const source of Object.values(ASSET_SOURCES)) {
    const own = placeOf(source);
    if (own !== undefined) for (const places of [shipped, imported]) places.add(own);
    else if (/\.(?:ts|js|css)$/.test(source)) note(await metafileOf(assetOptions(join(ROOT, source), {})));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As the worker is deployed, by the platform's own tool. */
function bundleWorker(): Metafile {
  const metafile = join(folder, "worker.json");
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const args = ["deploy", "--dry-run", "--outdir", join(folder, "worker"), "--metafile", metafile];
  const { status, stderr } = spawnSync(process.execPath, [wrangler, ...args], { cwd: ROOT, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return JSON.parse(readFileSync(metafile, "utf8")) as Metafile;
}

async function metafileOf(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...options, absWorkingDir: ROOT, write: false, outdir: folder, metafile: true });
  if (metafile === undefined) throw new Error("esbuild gave no metafile");
  return metafile;
}

function note({ inputs, outputs }: Metafile): void {
  for (const output of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const place = placeOf(path);
      if (place !== undefined && bytesInOutput > 0) shipped.add(place);
    }
  }
  for (const [path, { imports }] of Object.entries(inputs)) {
    if (placeOf(path) !== undefined) continue;
    for (const { path: target } of imports) {
      const place = placeOf(target);
      if (place !== undefined && shipped.has(place)) imported.add(place);
    }
  }
}

/** The folder of the package that a file belongs to; what the bundlers themselves add is none of ours. */
function placeOf(path: string): string | undefined {
  const start = path.indexOf("node_modules/");
  const [place] = /^(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(start < 0 ? "" : path.slice(start)) ?? [];
  return place === undefined || /^node_modules\/(?:wrangler|@cloudflare|unenv)\//.test(place)
    ? undefined
    : place.slice(0, -1);
}

function readJson(name: string): Record<string, Record<string, { readonly dev?: boolean } | string>> {
  return JSON.parse(readFileSync(join(ROOT, name), "utf8")) as ReturnType<typeof readJson>;
}

test("the dependencies are exactly the packages that shipped code of ours imports", () => {
  const names = Object.keys(readJson("package.json")["dependencies"] ?? {});
  expect([...imported].sort()).toEqual(names.map((name) => `node_modules/${name}`).sort());
});

test("no package with code in a bundle is known to the lockfile as one for development", () => {
  const packages = readJson("package-lock.json")["packages"] ?? {};
  const forDevelopment = [...shipped].filter((place) => {
    const entry = packages[place];
    return entry === undefined || (typeof entry === "object" && entry.dev === true);
  });
  expect(shipped.size).toBeGreaterThan(50);
  expect(forDevelopment).toEqual([]);
});
