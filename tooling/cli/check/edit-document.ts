import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
  if (!existsSync(file)) throw new CannotRun(`There is no file \`${path}\`.`);
  const read = readDocument(file.replaceAll("\\", "/"), readFileSync(file));
  if (!read.ok) throw new CannotRun(`\`${path}\` cannot be read as a document: ${read.failure.message}`);
  return { file, document: read.value };
}

/** Replaces the text of a file in one step, so that nobody ever reads half of it. */
export function writeDocument(file: string, text: string): void {
  const temporary = `${file}.stele-${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
