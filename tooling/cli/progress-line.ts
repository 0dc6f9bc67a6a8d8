import { escapeControls } from "#core/base/text/escape-controls.ts";

import type { CommandIo } from "./command.ts";

/** Back to the start of the line, and erase it (ECMA-48, EL). */
const CLEAR_LINE = "\r\u001b[K";

/** A line that wraps would not be cleared whole; nobody's terminal is narrower. */
const MAX_COLUMNS = 79;

/** Says where long work stands, on one line of a terminal that gives way to whatever else is written. */
export interface Progress {
  /** Replaces the line; says nothing where standard error is no terminal. */
  readonly show: (text: string) => void;
  /** The same for steps that a log should keep: a line of its own where standard error is no terminal. */
  readonly log: (text: string) => void;
  /** Ends the line; to be called at the end, also of a failure. */
  readonly clear: () => void;
}

/** What a command may use of the process, and a line of progress. */
export interface ProgressIo extends CommandIo {
  readonly progress: Progress;
}

/** Gives a command a line of progress, which its other output never mixes with. */
export function withProgress(io: CommandIo): ProgressIo {
  let isShown = false;
  const clear = (): void => {
    if (isShown) io.writeError(CLEAR_LINE);
    isShown = false;
  };
  const replace = (text: string): void => {
    io.writeError(`${CLEAR_LINE}${escapeControls(text).slice(0, MAX_COLUMNS).toWellFormed()}`);
    isShown = true;
  };
  const isTerminal = io.isErrorTerminal === true;
  const giveWay = (write: (text: string) => void) => (text: string) => {
    clear();
    write(text);
  };
  return {
    ...io,
    writeOut: giveWay(io.writeOut),
    writeError: giveWay(io.writeError),
    progress: {
      show: (text) => (isTerminal ? replace(text) : undefined),
      log: (text) => (isTerminal ? replace(text) : io.writeError(`${escapeControls(text)}\n`)),
      clear,
    },
  };
}
