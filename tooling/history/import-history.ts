import { KNOWN_LAYOUTS } from "#core/standards/publishing/tree-layout.ts";
import type { Calendar } from "#core/base/time/calendar.ts";

import { publishTree } from "../publishing/publish-tree.ts";
import { RequestFailed, type Server } from "../publishing/request-json.ts";
import { runGit } from "./git.ts";
import { daysOf, type HistoryDay } from "./history-days.ts";
import { readGitTree, type GitSource } from "./read-git-tree.ts";

/** What of a history is imported. */
export interface HistoryRange {
  /** Branch, tag or commit. */
  readonly ref: string;
  /** First and last day, ISO calendar dates; both inclusive. */
  readonly since: string | undefined;
  readonly until: string;
  readonly calendar: Calendar;
}

/** What an import did. */
export interface ImportOutcome {
  /** Days whose state was published. */
  readonly days: number;
  readonly sentFiles: number;
  /** The first day that could not come any more because something later is published already. */
  readonly stoppedAt?: string | undefined;
}

/** Called after each day. */
export type ImportProgress = (day: HistoryDay, number: number, total: number) => void;

/** The days of a history on which something changed that is published. */
export async function listHistoryDays(source: GitSource, range: HistoryRange): Promise<HistoryDay[]> {
  const { repository } = source;
  // The name is resolved first, so that whatever it is, it is never taken for an option.
  const revision = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${range.ref}^{commit}`];
  const commit = (await runGit(repository, revision)).toString("utf8").trim();
  const log = await runGit(repository, [
    "log",
    "--first-parent",
    "--reverse",
    "--format=%H %cI",
    commit,
    "--",
    ...pathspecs(source),
  ]);
  const entries = log
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({
      commit: line.slice(0, line.indexOf(" ")),
      committedAt: new Date(line.slice(line.indexOf(" ") + 1)),
    }));
  return daysOf(entries, range.calendar).filter(
    ({ date }) => date <= range.until && (range.since === undefined || date >= range.since),
  );
}

/** Publishes the state of each day as a past state, oldest first. Repeating it completes what was interrupted. */
export async function importHistory(
  server: Server,
  source: GitSource,
  days: readonly HistoryDay[],
  onProgress: ImportProgress = () => {},
): Promise<ImportOutcome> {
  let published = 0;
  let sentFiles = 0;
  let before = "";
  for (const [index, day] of days.entries()) {
    const tree = await readGitTree(source, day.commit);
    const state = tree.files.map(({ path, sha256 }) => `${sha256} ${path}`).join("\n");
    if (tree.files.length > 0 && state !== before) {
      try {
        const outcome = await publishTree(server, tree, undefined, { kind: "past", at: day.at });
        sentFiles += outcome.sentCount;
      } catch (error) {
        if (!isTooLate(error, day)) throw error;
        return { days: published, sentFiles, stoppedAt: day.date };
      }
      published += 1;
      before = state;
    }
    onProgress(day, index + 1, days.length);
  }
  return { days: published, sentFiles };
}

/** The server has published something itself since: from there on it knows its own history. */
function isTooLate(error: unknown, day: HistoryDay): boolean {
  if (!(error instanceof RequestFailed) || error.status !== 409) return false;
  const { firstPublished } = error.problem;
  return typeof firstPublished === "string" && new Date(firstPublished) <= day.at;
}

/** Folders that hold what is published, in any known layout: other commits are not even looked at. */
function pathspecs({ folder }: GitSource): string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const folders = KNOWN_LAYOUTS.flatMap(({ documents, scopes, releases, providers }) => [
    documents,
    scopes,
    releases,
    providers,
  ]).filter((name) => name !== undefined);
  return [...folders, "stele.config.yaml"].map((name) => `:(top,literal)${prefix}${name}`);
}
