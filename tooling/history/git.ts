import { spawn } from "node:child_process";

/** Git could not do what it was asked; the message is its own, or a remedy. */
export class GitFailed extends Error {
  override readonly name = "GitFailed";
}

/** Runs git in a repository and answers its standard output; never asks a question, never runs a pager. */
export async function runGit(repository: string, args: readonly string[], input = ""): Promise<Buffer> {
  const child = spawn("git", ["-C", repository, "--no-pager", "--no-replace-objects", ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
  });
  const output: Buffer[] = [];
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2_000)));
  // Git may end before it has read everything; its exit code tells why.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", () => reject(new GitFailed("Git was not found. Install it and try again.")));
    child.once("close", resolve);
  });
  if (code !== 0) throw new GitFailed(complaint.trim() || `git ${args[0]} ended with code ${code}.`);
  return Buffer.concat(output);
}

/** A file of a commit. */
export interface GitFile {
  /** Forward slashes, relative to the root of the repository. */
  readonly path: string;
  /** Name of the content. */
  readonly objectId: string;
}

/** The plain files of a commit; links and submodules, which could lead out of the tree, are left alone. */
export async function listGitFiles(repository: string, commit: string): Promise<GitFile[]> {
  const listing = (await runGit(repository, ["ls-tree", "-r", "-z", "--full-tree", commit])).toString("utf8");
  return listing.split("\0").flatMap((line) => {
    const [, mode, objectId, path] = /^(\d{6}) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    return objectId === undefined || path === undefined || mode === "120000" ? [] : [{ path, objectId }];
  });
}

/** The bytes of contents, by name. */
export async function readGitObjects(
  repository: string,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  if (objectIds.length === 0) return contents;
  const output = await runGit(repository, ["cat-file", "--batch"], `${objectIds.join("\n")}\n`);
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(0x0a, offset);
    const [objectId = "", type, size] = output.subarray(offset, end).toString("latin1").split(" ");
    if (type !== "blob" || size === undefined) throw new GitFailed(`The repository lacks the content \`${objectId}\`.`);
    const start = end + 1;
    contents.set(objectId, new Uint8Array(output.subarray(start, start + Number(size))));
    offset = start + Number(size) + 1;
  }
  return contents;
}
