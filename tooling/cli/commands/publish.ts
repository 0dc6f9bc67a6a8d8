import { resolve } from "node:path";
import { stat } from "node:fs/promises";

import { TREE_CONFIG_PATH } from "#core/standards/publishing/site-config.ts";
import { countFindings, type Finding } from "#core/base/finding.ts";
import { calendarOf, isCalendarDate } from "#core/base/time/calendar.ts";
import { instantOf, parseTimestamp } from "#core/base/time/timestamp.ts";

import { checkTrees } from "../check/check-trees.ts";
import { collectTrees } from "../check/collect-trees.ts";
import { readCheckArguments } from "../check/options.ts";
import { publishTree, type PublishMode, type PublishOutcome } from "../../publishing/publish-tree.ts";
import { readTree } from "../../publishing/read-tree.ts";
import { RequestFailed, type Server } from "../../publishing/request-json.ts";
import { CannotRun, type Command, type CommandIo } from "../command.ts";
import { counted } from "../formats/format.ts";
import { parseOneArgument } from "../one-argument.ts";
import { serverFrom } from "../server-option.ts";

const HELP = `Usage: stele publish <folder> --to <url> [--at <date> | --preview] [--json]

Publishes a tree of documents, scopes, releases and providers. Only files that the server lacks are sent, and readers
see the new state all at once. An interrupted publish changes nothing; run it again to complete it.

Options:
  --to <url>   address of the Stele to publish to
  --at <date>  import a state of the past, published since the beginning of this day (2024-03-01), or since
               an instant (2024-03-01T10:00:00Z); past states are imported in order
  --preview    send the state without publishing it, and say where to look at it
  --json       print the outcome as JSON
  --help       this text

The operator's token is read from the environment variable STELE_TOKEN, never from the command line.
Exit codes: 0 published, 2 could not run.`;

const OPTIONS = {
  to: { type: "string" },
  at: { type: "string" },
  preview: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** `stele publish`: sends a tree to a Stele and makes it the current state. */
export const publish: Command = {
  name: "publish",
  help: HELP,
  async run(args, io) {
    const { argument: folder, values } = parseOneArgument(args, OPTIONS, "Name exactly one folder to publish.");
    const root = resolve(io.cwd, folder);
    if (!(await isFolder(root))) throw new CannotRun(`\`${folder}\` is not a folder.`);
    const server = serverFrom(values.to, io);
    const tree = await readTree(root);
    if (tree.files.length === 0) {
      throw new CannotRun(`\`${folder}\` holds nothing to publish: no documents/*.md or Standards/*.md in it.`);
    }
    const mode = modeFrom(values, tree.config.site.timeZone);
    try {
      const onProgress = values.json ? undefined : (sent: number, total: number) => progress(io, sent, total);
      const published = await publishTree(server, tree, onProgress, mode);
      const outcome = { ...published, ...(await findingsOf(root, published.findings, io)) };
      io.writeOut(values.json ? `${JSON.stringify(outcome, null, 2)}\n` : describe(outcome, server));
      return 0;
    } catch (error) {
      if (error instanceof RequestFailed) throw new CannotRun(error.message);
      throw error;
    }
  },
};

/** What is found in a tree that is published. */
interface TreeFindings {
  /** Those of `stele check` on the same folder. */
  readonly findings: readonly Finding[];
  /** Those of the server about files that are no part of a check: providers, releases, guides, news. */
  readonly otherFindings: readonly Finding[];
}

/** The server looks at files one by one; a check looks at the tree, by its settings. There is one count, that of the check. */
async function findingsOf(root: string, found: readonly Finding[], io: CommandIo): Promise<TreeFindings> {
  const trees = collectTrees([root], io.cwd);
  const { findings } = await checkTrees(trees, readCheckArguments([]), io.cwd);
  const checked = new Set(trees.flatMap(({ files, scopes }) => [...files, ...scopes].map(({ path }) => path)));
  checked.add(TREE_CONFIG_PATH);
  return { findings, otherFindings: found.filter(({ place }) => !checked.has(place.path)) };
}

/** What `--at` and `--preview` ask for; a date means its beginning in the zone of the site. */
function modeFrom({ at, preview }: { at?: string | undefined; preview: boolean }, timeZone: string): PublishMode {
  if (at === undefined) return { kind: preview ? "preview" : "now" };
  if (preview) throw new CannotRun("Choose one of `--at` and `--preview`: a preview has no date.");
  const calendar = calendarOf(timeZone);
  if (isCalendarDate(at)) return { kind: "past", at: calendar.startOf(at) };
  const timestamp = parseTimestamp(at, calendar);
  if (timestamp === undefined) throw new CannotRun(`\`${at}\` is no date; write 2024-03-01 or 2024-03-01T10:00:00Z.`);
  return { kind: "past", at: instantOf(timestamp) };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function progress(io: CommandIo, sent: number, total: number): void {
  if (sent === 1 || sent === total || sent % 25 === 0) io.writeError(`Sent ${sent} of ${total} files\n`);
}

function describe(outcome: PublishOutcome & TreeFindings, server: Server): string {
  const { activatedAt, fileCount, sentCount, snapshot } = outcome;
  return [
    `${activatedAt === undefined ? "Sent" : "Published"} ${fileCount} files to ${server.url}, ${sentCount} of them sent now.`,
    ...(activatedAt === undefined ? [`Preview: ${server.url}/preview/${snapshot}/standards`] : []),
    `Findings: ${inWords(outcome.findings)}. \`stele check\` lists them.`,
    ...(outcome.otherFindings.length === 0
      ? []
      : [`In files that are no documents or scopes: ${inWords(outcome.otherFindings)}.`]),
    "",
  ].join("\n");
}

function inWords(findings: readonly Finding[]): string {
  const { error, warning, note } = countFindings(findings);
  return [counted(error, "error"), counted(warning, "warning"), counted(note, "note")].join(", ");
}
