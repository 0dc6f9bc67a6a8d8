import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { readDocument, type ParsedDocument } from "#core/standards/documents/read-document.ts";

import { findHints } from "#core/standards/rules/parts/find-hints.ts";

import { CannotRun } from "../command.ts";

/** A document on the disk that a command is about to change. */
export interface EditedDocument {
  /** Absolute path. */
  readonly file: string;
  readonly document: ParsedDocument;
}

/** Opens the document at a path. */
export function openDocument(path: string | undefined, cwd: string): EditedDocument {
  if (path === undefined) throw new CannotRun("Say which document: the path of its file.");
  const file = resolve(cwd, path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) throw new CannotRun(`There is no file \`${path}\`.`);
  if (!status.isFile()) throw new CannotRun(`\`${path}\` is no file; name a document.`);
  const read = readDocument(file.replaceAll("\\", "/"), readFileSync(file));
  if (!read.ok) throw new CannotRun(`\`${path}\` cannot be read as a document: ${read.failure.message}`);
  return { file, document: read.value };
}

/** Most places that are named. */
const MAX_PLACES = 8;

/** Refuses a document that still says what its author was to write. */
export function refuseHints(path: string, { text, lines }: ParsedDocument): void {
  const hints = findHints(text);
  if (hints.length === 0) return;
  const places = hints.slice(0, MAX_PLACES).map(({ start, end }) => {
    const sentence = text.slice(start, end).replaceAll(/\s+/g, " ");
    return `  line ${lines.positionAt(start).line}: ${sentence}`;
  });
  const more = hints.length > MAX_PLACES ? [`  and ${hints.length - MAX_PLACES} more`] : [];
  throw new CannotRun(
    [`\`${path}\` still holds sentences of the template; write the document, or remove them:`, ...places, ...more].join(
      "\n",
    ),
  );
}
