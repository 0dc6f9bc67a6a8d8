import { resolve } from "node:path";

import { parseTreeConfig } from "#core/standards/publishing/site-config.ts";
import { calendarOf, isCalendarDate } from "#core/base/time/calendar.ts";
import { withoutTrailing } from "#core/base/text/trim-run.ts";

import { readNamedFile } from "../../files/read-named-file.ts";
import { GitFailed } from "../../history/git.ts";
import { importHistory as importDays, listHistoryDays, type HistoryRange } from "../../history/import-history.ts";
import type { GitSource } from "../../history/read-git-tree.ts";
import { RequestFailed, type Server } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo } from "../command.ts";
import { parseOneArgument } from "../one-argument.ts";
import { serverFrom } from "../server-option.ts";

const HELP = `Usage: stele import-history <git repository> --to <url> [options]

Publishes the past of a tree: one state per day on which a document, scope, release or provider changed on the main
line, so that /as-of/<date>/ shows what stood on any day. Days before today only; states that the server published
itself are never touched. Repeat it to go on after an interruption.

Options:
  --to <url>       address of the Stele
  --ref <name>     branch, tag or commit (default: HEAD)
  --folder <path>  folder of the tree in the repository (default: its root)
  --since <date>   first day (default: the first commit)
  --until <date>   last day (default: yesterday)
  --config <file>  stele.config.yaml for states that have none
  --dry-run        list the days, send nothing
  --help           this text

The operator's token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 imported, 2 could not run.`;

const MAX_CONFIG_BYTES = 1_000_000;

const OPTIONS = {
  to: { type: "string" },
  ref: { type: "string", default: "HEAD" },
  folder: { type: "string", default: "" },
  since: { type: "string" },
  until: { type: "string" },
  config: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;

/** `stele import-history`. */
export const importHistory: Command = {
  name: "import-history",
  help: HELP,
  async run(args, io) {
    const { argument: repository, values } = parseOneArgument(args, OPTIONS, "Name exactly one git repository.");
    const server = values["dry-run"] ? undefined : serverFrom(values.to, io);
    const source: GitSource = {
      repository: resolve(io.cwd, repository),
      folder: withoutTrailing(values.folder.replace(/^\.?\/+/, ""), "/"),
      config: values.config === undefined ? undefined : await readConfig(values.config, io),
      known: new Map(),
    };
    try {
      const days = await listHistoryDays(source, rangeFrom(values, source, io));
      if (server !== undefined) return await send(server, source, days, io);
      for (const { date, commit } of days) io.writeOut(`${date} ${commit}\n`);
      return 0;
    } catch (error) {
      if (error instanceof GitFailed || error instanceof RequestFailed) throw new CannotRun(error.message);
      throw error;
    }
  },
};

async function send(
  server: Server,
  source: GitSource,
  days: Awaited<ReturnType<typeof listHistoryDays>>,
  io: CommandIo,
): Promise<0> {
  const outcome = await importDays(server, source, days, ({ date }, number, total) => {
    if (number === 1 || number === total || number % 10 === 0) io.writeError(`${date}: day ${number} of ${total}\n`);
  });
  io.writeOut(`Imported ${outcome.days} states to ${server.url}, ${outcome.sentFiles} files sent now.\n`);
  if (outcome.stoppedAt !== undefined) {
    io.writeOut(`Stopped before ${outcome.stoppedAt}: from then on the server has states of its own.\n`);
  }
  return 0;
}

function rangeFrom(
  { ref, since, until }: { ref: string; since?: string | undefined; until?: string | undefined },
  { config }: GitSource,
  io: CommandIo,
): HistoryRange {
  for (const date of [since, until]) {
    if (date !== undefined && !isCalendarDate(date)) throw new CannotRun(`\`${date}\` is no date; write 2024-03-01.`);
  }
  const { site } = parseTreeConfig(config === undefined ? "{}" : new TextDecoder().decode(config)).config;
  const calendar = calendarOf(site.timeZone);
  const yesterday = calendar.dateOf(new Date(calendar.startOf(calendar.dateOf(io.now())).getTime() - 1));
  return { ref, since, until: until === undefined || until > yesterday ? yesterday : until, calendar };
}

async function readConfig(path: string, io: CommandIo): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readNamedFile(path, { cwd: io.cwd, limitBytes: MAX_CONFIG_BYTES });
  if (!read.ok) throw new CannotRun(`${read.failure} Name a stele.config.yaml.`);
  return read.value;
}
