import { execFileSync } from "node:child_process";

import type { TreeFile } from "#core/standards/checking/check-files.ts";

import { CannotRun } from "../command.ts";

/** A commit of the repository that a folder lies in; paths are relative to that folder. */
export interface GitTree {
  /** As the caller named it. */
  readonly ref: string;
  readonly commit: string;
  readonly paths: readonly string[];
  /** Reads some of its files; those that are no regular files are left out. */
  read(paths: readonly string[]): TreeFile[];
}

/** Names of branches, tags and commits, with `~2`, `^`, `@{1}`; nothing that git could take for an option. */
const REF = /^[A-Za-z0-9@][A-Za-z0-9._/@^~{}#+-]{0,249}$/;
/** What one call of git may answer: far beyond any tree of documents. */
const MAX_OUTPUT_IN_BYTES = 268_435_456;
const REGULAR_MODE = /^100(?:644|755)$/;

/** Opens a commit; throws `CannotRun` for a name that is none, and where there is no repository or no git. */
export function openGitTree(folder: string, ref: string): GitTree {
  return openCommit(folder, ref, resolveCommit(folder, ref));
}

/**
 * Opens what a branch began from: the newest commit that both `ref` and the working tree have in common. What others merged
 * since then would look as if this change had taken it away. Without such a commit it is `ref` itself.
 */
export function openMergeBase(folder: string, ref: string): GitTree {
  const tip = resolveCommit(folder, ref);
  let base = tip;
  try {
    base = git(folder, ["merge-base", tip, "HEAD"]).toString("utf8").trim() || tip;
  } catch (error) {
    // Histories without a common commit: a shallow clone, for example.
    if (error instanceof CannotRun) throw error;
  }
  return openCommit(folder, ref, base);
}

function resolveCommit(folder: string, ref: string): string {
  if (!REF.test(ref) || ref.includes("..")) {
    throw new CannotRun(`${JSON.stringify(ref)} is neither a folder nor the name of a commit, branch or tag.`);
  }
  try {
    return git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
      .toString("utf8")
      .trim();
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(
      `There is no folder \`${ref}\`, and no commit of that name in a git repository at ${folder}. A branch of a remote has to be fetched first.`,
    );
  }
}

function openCommit(folder: string, ref: string, commit: string): GitTree {
  const blobs = new Map<string, string>();
  // Run inside the folder, git lists the files below it, relative to it.
  for (const record of git(folder, ["ls-tree", "-r", "-z", commit]).toString("utf8").split("\0")) {
    const [, mode = "", object = "", path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(record) ?? [];
    if (path !== undefined && REGULAR_MODE.test(mode)) blobs.set(path, object);
  }
  return {
    ref,
    commit,
    paths: [...blobs.keys()],
    read: (paths) =>
      readBlobs(
        folder,
        paths.flatMap((path) => entryOf(path, blobs)),
      ),
  };
}

interface BlobEntry {
  readonly path: string;
  readonly object: string;
}

function entryOf(path: string, blobs: ReadonlyMap<string, string>): BlobEntry[] {
  const object = blobs.get(path);
  return object === undefined ? [] : [{ path, object }];
}

/** Reads blobs with one process: each answer is `<object> blob <size>`, a line ending, the bytes, a line ending. */
function readBlobs(folder: string, entries: readonly BlobEntry[]): TreeFile[] {
  if (entries.length === 0) return [];
  const input = entries.map(({ object }) => `${object}\n`).join("");
  const output = git(folder, ["cat-file", "--batch"], input);
  let offset = 0;
  return entries.map(({ path, object }) => {
    const lineEnd = output.indexOf("\n", offset);
    const size = Number(/ blob (\d+)$/.exec(output.toString("latin1", offset, lineEnd))?.[1] ?? Number.NaN);
    if (Number.isNaN(size))
      throw new CannotRun(`git has no content for \`${path}\` (${object}); is the clone complete?`);
    const bytes = new Uint8Array(output.subarray(lineEnd + 1, lineEnd + 1 + size));
    offset = lineEnd + 1 + size + 1;
    return { path, bytes };
  });
}

/** Runs git without a shell; throws `CannotRun` where there is none, else what `execFileSync` throws. */
function git(folder: string, args: readonly string[], input = ""): Buffer {
  try {
    return execFileSync("git", ["-c", "core.fsmonitor=false", "-C", folder, ...args], {
      input,
      maxBuffer: MAX_OUTPUT_IN_BYTES,
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new CannotRun("git is not installed; name a folder as the base instead.");
    }
    throw error;
  }
}
