import { compareFindings, countFindings, type Finding, type Severity } from "#core/finding.ts";

import { applyIgnores } from "./apply-ignores.ts";
import { DEFAULT_CONFIGURATION, type CheckConfiguration } from "./check-config.ts";
import { checkTree } from "./check-tree.ts";
import { DEFAULT_STYLE } from "./markdown-style.ts";
import { readDocument, type ParsedDocument } from "./read-document.ts";

/** A file of a tree: its path inside the tree with forward slashes, and its bytes. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a check of files may go by. */
export interface FilesCheckOptions {
  /** Default: that of a tree without `stele.config.yaml`. */
  readonly configuration?: CheckConfiguration;
  /** Whether markdownlint and the typography of the tree are asked too (default: true). */
  readonly withStyle?: boolean;
  /** Whether these are all files of the tree, so that what is absent does not exist (default: false). */
  readonly isComplete?: boolean;
}

/** The outcome of a check. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
}

/**
 * Checks documents as a tree: what the command line, the API and the browser all call. A file that cannot be read is a
 * finding like any other.
 */
export async function checkFiles(files: readonly TreeFile[], options: FilesCheckOptions = {}): Promise<CheckResult> {
  const { configuration = DEFAULT_CONFIGURATION, isComplete = false, withStyle = true } = options;
  const { settings, style = DEFAULT_STYLE } = configuration;
  const documents: ParsedDocument[] = [];
  const findings: Finding[] = [...configuration.findings];
  for (const { path, bytes } of files) {
    const read = readDocument(path, bytes);
    if (read.ok) documents.push(read.value);
    else findings.push(read.failure);
  }
  // An unreadable document may be the one that others refer to, so the tree is not complete without it.
  const isWhole = isComplete && documents.length === files.length;
  // markdownlint is large: loaded by whoever asks for it, at the first time.
  const styleChecker = withStyle ? (await import("./check-style.ts")).checkStyle : () => [];
  const others = (document: ParsedDocument): readonly Finding[] => styleChecker(document, style, settings);
  findings.push(...checkTree(documents, { settings, isComplete: isWhole, others }));
  const kept = applyIgnores(findings, configuration.ignores, isComplete).sort(compareFindings);
  return { findings: kept, counts: countFindings(kept), files: files.length };
}
