import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { withoutTrailing } from "#core/base/text/trim-run.ts";

import { exportSite, type ExportOutcome } from "../../export/export-site.ts";
import type * as TemporaryStele from "../../export/temporary-stele.ts";
import { CannotRun, type Command, type CommandIo } from "../command.ts";

const HELP = `Usage: stele build [<folder>] --out <folder> [--from <url>] [--url <url>]

Exports a site as static files, for any web server or a disk without network: the same addresses, links relative.
Search and past days need a running Stele and are left out.

Options:
  --out <folder>  folder to write to; must be empty or not exist
  --from <url>    export this running Stele; without it the tree in <folder> is published to a temporary one
  --url <url>     where the export will be read; feeds, sitemap and linked data name it
                  (default: the address of --from, else http://localhost)
  --help          this text

Exit codes: 0 exported, 1 exported with broken links, 2 could not run.`;

/** The repository, for the worker that renders a folder. */
const ROOT = resolve(import.meta.dirname, "../../..");

/** `stele build`. */
export const build: Command = {
  name: "build",
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: "string" }, from: { type: "string" }, url: { type: "string" } },
    });
    const [folder, ...others] = positionals;
    if (others.length > 0 || (folder === undefined) === (values.from === undefined)) {
      throw new CannotRun("Name either one folder, or a running Stele with `--from https://standards.example`.");
    }
    if (values.out === undefined) throw new CannotRun("Say where to: `--out DIRECTORY`.");
    const target = resolve(io.cwd, values.out);
    if (!(await isEmpty(target))) throw new CannotRun(`\`${values.out}\` is not an empty folder; choose another one.`);
    const publicUrl = addressFrom(values.url ?? values.from ?? "http://localhost");
    const onProgress = (count: number): void => {
      if (count % 50 === 0) io.writeError(`${count} pages\n`);
    };
    const outcome =
      values.from === undefined
        ? await exportFolder(resolve(io.cwd, folder ?? ""), io, (origin) =>
            run({ origin, target, publicUrl, onProgress }),
          )
        : await run({ origin: addressFrom(values.from), target, publicUrl, onProgress });
    return report(outcome, values.out, io);
  },
};

async function run(options: Parameters<typeof exportSite>[0]): Promise<ExportOutcome> {
  try {
    return await exportSite(options);
  } catch (error) {
    const isSilence = error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError");
    if (!isSilence) throw error;
    throw new CannotRun(`${options.origin} cannot be reached. Is the address right and the server running?`);
  }
}

/** Publishes a folder to a Stele of its own that is gone afterwards. */
async function exportFolder(
  folder: string,
  io: CommandIo,
  use: (origin: string) => Promise<ExportOutcome>,
): Promise<ExportOutcome> {
  if (!existsSync(join(ROOT, "wrangler.toml"))) {
    throw new CannotRun("Exporting a folder needs a clone of Stele; or export a running one with `--from URL`.");
  }
  // By its address, not by its name: the packed command line must not take the whole worker with it.
  const module = pathToFileURL(join(ROOT, "tooling/export/temporary-stele.ts")).href;
  const { withTemporaryStele } = (await import(module)) as typeof TemporaryStele;
  // The worker of the temporary Stele and its data must not outlive this command.
  io.claimInterrupt?.("cleanup");
  const state = await mkdtemp(join(tmpdir(), "stele-build-"));
  try {
    return await withTemporaryStele({ root: ROOT, stateFolder: state, folder, signal: io.signal }, use);
  } finally {
    await rm(state, { recursive: true, force: true });
  }
}

function report({ files, bytes, broken }: ExportOutcome, out: string, io: CommandIo): 0 | 1 {
  io.writeOut(`Exported ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB, to ${out}.\n`);
  for (const { address, from, status } of broken) io.writeOut(`Broken link: ${address} (${status}) on ${from}\n`);
  return broken.length === 0 ? 0 : 1;
}

function addressFrom(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new CannotRun(`\`${text}\` is not an http(s) address.`);
  }
  return withoutTrailing(text, "/");
}

async function isEmpty(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length === 0,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );
}
