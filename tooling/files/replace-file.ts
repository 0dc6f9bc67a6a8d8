import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Replaces the content of a file in one step, so that nobody ever reads half of it and a crash leaves the old one. A symbolic
 * link stays and its target changes; mode and owner stay, and a file that may not be written is not replaced behind its owner's back.
 * A new file gets `mode` (default: what the process gives new files). Throws what `node:fs` throws.
 */
export function replaceFile(path: string, content: string | Uint8Array, mode?: number): void {
  const target = realPathOf(path);
  const before = statSync(target, { throwIfNoEntry: false });
  if (before !== undefined) accessSync(target, constants.W_OK);
  // Random: the name of somebody else's temporary file is never ours. `--watch` does not look at `.tmp`.
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeAll(temporary, content, before, mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    // The folder may be closed to us, or the file mounted by itself: then there is only the file to write into.
    if (before === undefined || (code !== "EACCES" && code !== "EBUSY" && code !== "EXDEV")) throw error;
    writeFileSync(target, content);
  }
}

function writeAll(temporary: string, content: string | Uint8Array, before: Stats | undefined, mode = 0o666): void {
  const file = openSync(temporary, "wx", before?.mode ?? mode);
  try {
    writeFileSync(file, content);
    // What the process takes away from new files must not be taken from one that was there.
    if (before !== undefined) fchmodSync(file, before.mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (before !== undefined) keepOwner(temporary, before);
}

function keepOwner(temporary: string, { uid, gid, mode }: Stats): void {
  const own = statSync(temporary);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(temporary, uid, gid);
    // Giving a file away takes some of its rights.
    chmodSync(temporary, mode & 0o7777);
  } catch {
    // Only the administrator may give files away; as after any editor, it is ours now.
  }
}

/** Where a path leads; the path itself for a file that is yet to be. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return path;
  }
}
