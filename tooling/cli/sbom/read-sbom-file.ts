import { failure, success, type Result } from "#core/base/result.ts";

import { readNamedFile } from "../../files/read-named-file.ts";
import type { CommandIo } from "../command.ts";

/** Largest file that is read: its text must fit into one string with room for what is made of it. */
const MAX_FILE_BYTES = 256_000_000;
const REMEDY = "Split the SBOM into one per product.";

/** Reads a file, or standard input for `-`; a failure is a sentence with the remedy. */
export async function readSbomFile(name: string, io: CommandIo): Promise<Result<Uint8Array, string>> {
  if (name === "-") {
    const bytes = await io.readInput();
    if (bytes.byteLength <= MAX_FILE_BYTES) return success(bytes);
    return failure(`Standard input is larger than ${MAX_FILE_BYTES.toLocaleString("en")} bytes. ${REMEDY}`);
  }
  const read = await readNamedFile(name, { cwd: io.cwd, limitBytes: MAX_FILE_BYTES });
  return read.ok || !read.failure.includes(" is larger than ") ? read : failure(`${read.failure} ${REMEDY}`);
}
