/**
 * Makes the command line a package without dependencies: `node tooling/build/bundle-cli.ts` writes `dist/cli/`, which
 * `npm pack` or `npm install -g` takes as it is.
 */
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, type BuildOptions } from "esbuild";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const DEFAULT_FOLDER = join(REPOSITORY, "dist/cli");
/** The oldest Node that the command runs on. */
const OLDEST_NODE = "20.12";

/** Some bundled dependencies are CommonJS and ask for Node's own modules with `require`. */
const REQUIRE_SHIM = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);`;

/** Bundles the command line into a folder (default: `dist/cli`), which becomes a package; returns the folder. */
export async function bundleCli(folder: string = DEFAULT_FOLDER): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const output = join(folder, "stele.mjs");
  await build(cliOptions(folder));
  chmodSync(output, 0o755);
  copyFileSync(join(REPOSITORY, "LICENSE"), join(folder, "LICENSE"));
  cpSync(join(REPOSITORY, "docs/rules"), join(folder, "rules"), { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(packageOf(readVersion()), null, 2)}\n`);
  writeFileSync(join(folder, "README.md"), README);
  return folder;
}

/** How the command line is bundled into a folder. */
export function cliOptions(folder: string): BuildOptions {
  return {
    entryPoints: { stele: join(REPOSITORY, "tooling/cli/main.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // A command pays for the code that it needs: validators alone are three megabytes. All files lie beside the rules.
    splitting: true,
    chunkNames: "[name]-[hash]",
    platform: "node",
    // As in the worker: of what a package offers, modules go into a bundle whole, while a UMD wrapper asks for files at run time.
    mainFields: ["module", "main"],
    format: "esm",
    target: `node${OLDEST_NODE}`,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "inline",
    banner: { js: REQUIRE_SHIM },
    logLevel: "warning",
  };
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { version: string };
  return version;
}

function packageOf(version: string): object {
  return {
    name: "stele",
    version,
    description: "Check, publish and certify open cloud standards",
    license: "Apache-2.0",
    type: "module",
    bin: { stele: "stele.mjs" },
    files: ["*.mjs", "rules"],
    engines: { node: `>=${OLDEST_NODE}` },
  };
}

const README = `# stele

The command line of Stele, a publishing office for open cloud standards.

    stele check path/to/standards
    stele --help

One file, no dependencies, Node ${OLDEST_NODE} or newer.
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await bundleCli()}\n`);
}
