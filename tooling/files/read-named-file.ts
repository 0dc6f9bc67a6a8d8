import { constants } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { resolve } from "node:path";

import { failure, success, type Result } from "#core/base/result.ts";

/** Descriptors that were opened by who called the program, such as `<(command)` of a shell. */
const OPEN_DESCRIPTOR = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;
const CHUNK_BYTES = 65_536;

/**
 * Reads a file that a person named, of at most `limitBytes`; a failure is a sentence with the remedy. What is neither a file
 * nor an open pipe is refused: a folder, a device, and a named pipe, which nobody may ever write to.
 */
export async function readNamedFile(
  name: string,
  { cwd, limitBytes }: { readonly cwd: string; readonly limitBytes: number },
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const path = resolve(cwd, name);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failure(`\`${name}\` is a folder; name a file in it.`);
    const isOpen = OPEN_DESCRIPTOR.test(path);
    if (!found.isFile() && !(isOpen && (found.isFIFO() || found.isSocket()))) {
      return failure(`\`${name}\` is a pipe or device; copy its content into a file and name that.`);
    }
    if (found.size > limitBytes) return failure(tooLarge(name, limitBytes));
    // Without waiting: the file may have become a pipe since.
    const file = await open(path, constants.O_RDONLY | (isOpen ? 0 : (constants.O_NONBLOCK ?? 0)));
    try {
      return await readToEnd(file, name, limitBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return failure(`There is no file \`${name}\`.`);
    if (code === "EACCES" || code === "EPERM") return failure(`\`${name}\` may not be read by you.`);
    return failure(`\`${name}\` cannot be read (${code ?? message}).`);
  }
}

/** Whatever the size was said to be: it may grow while it is read. */
async function readToEnd(
  file: FileHandle,
  name: string,
  limitBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES);
    if (bytesRead === 0) return success(joined(chunks, length));
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
    if (length > limitBytes) return failure(tooLarge(name, limitBytes));
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function tooLarge(name: string, limitBytes: number): string {
  return `\`${name}\` is larger than ${limitBytes.toLocaleString("en")} bytes.`;
}
