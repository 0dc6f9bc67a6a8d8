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
/** Packages with code in a bundle. */
const shipped = new Set<string>();
/** Those that our own code imports. */
const imported = new Set<string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stele-shipped-"));
  note(bundleWorker());
  note(await metafileOf(cliOptions(join(folder, "cli"))));
  for (const source of Object.values(ASSET_SOURCES)) {
    const own = packageOf(source);
    if (own !== undefined) for (const packages of [shipped, imported]) packages.add(own);
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
      const name = packageOf(path);
      if (name !== undefined && bytesInOutput > 0) shipped.add(name);
    }
  }
  for (const [path, { imports }] of Object.entries(inputs)) {
    if (packageOf(path) !== undefined) continue;
    for (const { path: target } of imports) {
      const name = packageOf(target);
      if (name !== undefined && shipped.has(name)) imported.add(name);
    }
  }
}

/** The package that a file belongs to; what the bundlers themselves add is none of ours. */
function packageOf(path: string): string | undefined {
  const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
  return name === undefined || /^(?:wrangler|@cloudflare\/.*|unenv)$/.test(name) ? undefined : name;
}

function readJson(name: string): Record<string, Record<string, { readonly dev?: boolean } | string>> {
  return JSON.parse(readFileSync(join(ROOT, name), "utf8")) as ReturnType<typeof readJson>;
}

test("the dependencies are exactly the packages that shipped code of ours imports", () => {
  expect([...imported].sort()).toEqual(Object.keys(readJson("package.json")["dependencies"] ?? {}).sort());
});

test("no package with code in a bundle is known to the lockfile as one for development", () => {
  const packages = readJson("package-lock.json")["packages"] ?? {};
  const forDevelopment = [...shipped].filter((name) => {
    const entry = packages[`node_modules/${name}`];
    return entry === undefined || (typeof entry === "object" && entry.dev === true);
  });
  expect(shipped.size).toBeGreaterThan(50);
  expect(forDevelopment).toEqual([]);
});
