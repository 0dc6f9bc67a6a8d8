import { spawn } from "node:child_process";
import { statSync } from "node:fs";

import { CannotRun } from "./command.ts";

/**
 * Signs bytes with `ssh-keygen -Y sign` for a namespace (`report` or `sbom`): a private key file, or the public half of a key that an agent or a
 * security key holds. Questions (passphrase, touch) go to the terminal. Throws `CannotRun` with what ssh-keygen says.
 */
export async function signBytes(key: string, bytes: Uint8Array, namespace: "report" | "sbom"): Promise<string> {
  // ssh-keygen would wait for somebody to write into a pipe.
  const found = statSync(key, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw new CannotRun(`\`${key}\` is no key file; name one with --key.`);
  const child = spawn("ssh-keygen", ["-Y", "sign", "-f", key, "-n", namespace], { stdio: ["pipe", "pipe", "pipe"] });
  let [signature, complaint] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (signature += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdin.on("error", () => {}); // it ended before it read everything; its exit code tells
  child.stdin.end(bytes);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === "ENOENT";
      reject(new CannotRun(isMissing ? "`ssh-keygen` is not there; install OpenSSH 8.2 or newer." : error.message));
    });
  });
  if (exitCode === 0) return signature;
  throw new CannotRun(`\`ssh-keygen\` did not sign with \`${key}\`: ${complaint.trim() || `exit code ${exitCode}`}`);
}
