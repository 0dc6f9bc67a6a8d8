import { read } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { CannotRun } from "../command.ts";

const readChunk = promisify(read);
const CHUNK_BYTES = 65_536;
/** More than any command takes; without a bound `stele sbom check - < /dev/zero` would fill the memory. */
const MAX_INPUT_BYTES = 257_000_000;

/** Reads standard input to its end. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = await nextChunk();
    if (chunk.length === 0) return Buffer.concat(chunks);
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_INPUT_BYTES) {
      throw new CannotRun(`Standard input is longer than ${MAX_INPUT_BYTES.toLocaleString("en")} bytes; name a file.`);
    }
  }
}

async function nextChunk(): Promise<Buffer> {
  for (;;) {
    try {
      const { bytesRead, buffer } = await readChunk(0, Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A terminal that was closed has no more to say.
      if (code === "EOF" || code === "EIO") return Buffer.alloc(0);
      if (code === "EISDIR") throw new CannotRun("Standard input is a folder; give it the content of a file.");
      if (code !== "EAGAIN") throw error;
      await sleep(10);
    }
  }
}
