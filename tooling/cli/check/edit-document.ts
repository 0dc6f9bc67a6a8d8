import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { readDocument, type ParsedDocument } from "#core/standards/documents/read-document.ts";

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
