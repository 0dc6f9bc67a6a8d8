import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";

import { failure, success, type Result } from "#core/base/result.ts";

import type { CommandIo } from "../command.ts";

/** Largest file that is read: its text must fit into one string with room for what is made of it. */
const MAX_FILE_BYTES = 256_000_000;

/** Reads a file, or standard input for `-`; a failure is a sentence with the remedy. */
export async function readSbomFile(name: string, io: CommandIo): Promise<Result<Uint8Array, string>> {
  if (name === "-") {
    const bytes = await io.readInput();
    return bytes.byteLength > MAX_FILE_BYTES ? failure(tooLarge("Standard input")) : success(bytes);
  }
  const path = resolve(io.cwd, name);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failure(`\`${name}\` is a folder; name the SBOM files in it.`);
    if (found.size > MAX_FILE_BYTES) return failure(tooLarge(`\`${name}\``));
    return success(await readFile(path));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return failure(isMissing ? `There is no file \`${name}\`.` : `\`${name}\` cannot be read: ${String(error)}`);
  }
}

function tooLarge(what: string): string {
  return `${what} is larger than ${MAX_FILE_BYTES.toLocaleString("en")} bytes; split the SBOM into one per product.`;
}
