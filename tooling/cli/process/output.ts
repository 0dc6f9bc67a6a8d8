import { writeSync } from "node:fs";

import { CannotRun } from "../command.ts";

/** How long to wait before a full pipe is tried again. */
const PAUSE_MS = 5;

/** Writes to a file descriptor, all of it, in order, before it answers. */
export type Write = (text: string) => void;

/**
 * Standard output or error as it must be: a full pipe is waited for, and one whose reader has seen enough (`stele check |
 * head`) swallows the rest, which is no failure of ours. What cannot be written for another reason ends the command.
 */
export function createWrite(fd: 1 | 2, write: typeof writeSync = writeSync): Write {
  let isClosed = false;
  return (text) => {
    const bytes = Buffer.from(text);
    let offset = 0;
    while (offset < bytes.length && !isClosed) {
      try {
        offset += write(fd, bytes, offset);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EAGAIN") pause();
        else if (code === "EPIPE" || code === "ECONNRESET") isClosed = true;
        else if (fd === 1) throw new CannotRun(`The output could not be written (${code}). Is the disk full?`);
        else isClosed = true;
      }
    }
  };
}

/** Stops this thread for a moment; the other one goes on to listen for signals. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
