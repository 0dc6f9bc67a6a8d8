/** The check of a tree as the command line, the API and the browser call it: documents, scope files, style, ignores. */
import { loadScope, scopeOrigin } from "#core/standards/scopes/load-scope.ts";
import { applyIgnores } from "#core/standards/checking/apply-ignores.ts";
import { DEFAULT_CONFIGURATION, type CheckConfiguration } from "#core/standards/checking/check-config.ts";
import { checkScopes } from "#core/standards/checking/check-scopes.ts";
import { checkPrepared } from "#core/standards/checking/check-document.ts";
import { createIndex } from "#core/standards/documents/document-index.ts";
import { DEFAULT_STYLE } from "#core/standards/checking/markdown-style.ts";
import { createDocumentMemory, type DocumentMemory } from "#core/standards/checking/document-memory.ts";
import type { ParsedDocument } from "#core/standards/documents/read-document.ts";
import type { ReadScope } from "#core/standards/scopes/rules/scope-rule.ts";
import { compareFindings, countFindings, type Finding, type Severity } from "#core/base/finding.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";

/** A file of a tree: its path inside the tree with forward slashes, and its bytes. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a check of files may go by. */
export interface FilesCheckOptions {
  /** Default: that of a tree without `stele.config.yaml`. */
  readonly configuration?: CheckConfiguration;
  /** Scope files of the tree (default: none). */
  readonly scopes?: readonly TreeFile[];
  /** Whether markdownlint and the typography of the tree are asked too (default: true). */
  readonly withStyle?: boolean;
  /** Whether these are all files of the tree, so that what is absent does not exist (default: false). */
  readonly isComplete?: boolean;
  /** All files of the repository whose root the tree is, for links to them (default: not known). */
  readonly repositoryPaths?: readonly string[] | undefined;
  /** What is known from earlier checks (default: nothing). */
  readonly memory?: DocumentMemory;
}

/** The outcome of a check. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly files: number;
}

/** Steps that the searches of a style file may take in all documents together: about a second. */
const MAX_SEARCH_STEPS = 50_000_000;

/** Checks documents and scope files as a tree. A file that cannot be read is a finding like any other. */
export async function checkFiles(
  documents: readonly TreeFile[],
  options: FilesCheckOptions = {},
): Promise<CheckResult> {
  const { configuration = DEFAULT_CONFIGURATION, scopes = [], isComplete = false, withStyle = true } = options;
  const { settings, style = DEFAULT_STYLE, ignores } = configuration;
  const { memory = createDocumentMemory() } = options;
  const findings: Finding[] = [...configuration.findings];
  const prepared = readAll(documents, memory, findings).map((document) => memory.prepare(document, settings.addresses));
  const index = createIndex(
    prepared.map(({ entry }) => entry),
    isComplete,
    // What others say of the sections of an unread document cannot be judged; that it is there can.
    { repositoryPaths: options.repositoryPaths, unreadPaths: unreadAmong(documents, prepared) },
  );
  // markdownlint is large: loaded by whoever asks for it, at the first time.
  const checkStyle = withStyle ? (await import("#core/standards/checking/check-style.ts")).checkStyle : () => [];
  const budget = { left: MAX_SEARCH_STEPS };
  for (const one of prepared) {
    findings.push(...checkPrepared(one, index, settings, checkStyle(one.document, style, settings, budget)));
  }
  findings.push(...checkScopes(readScopes(scopes, findings), index, settings));
  const kept = applyIgnores(findings, ignores, isComplete).sort(compareFindings);
  return { findings: kept, counts: countFindings(kept), files: documents.length + scopes.length };
}

function unreadAmong(files: readonly TreeFile[], prepared: readonly { readonly document: ParsedDocument }[]): string[] {
  if (files.length === prepared.length) return [];
  const read = new Set(prepared.map(({ document }) => document.path));
  return files.map(({ path }) => path).filter((path) => !read.has(path));
}

function readAll(files: readonly TreeFile[], memory: DocumentMemory, findings: Finding[]): ParsedDocument[] {
  return files.flatMap(({ path, bytes }) => {
    const read = memory.read(path, bytes);
    if (read.ok) return [read.value];
    const message = `${read.failure.message} Until then nothing is said about its text, nor about links to its sections.`;
    findings.push({ ...read.failure, message });
    return [];
  });
}

/** Scope files as far as they follow their schema; what is wrong inside each is said by whoever evaluates them. */
function readScopes(files: readonly TreeFile[], findings: Finding[]): ReadScope[] {
  return files.flatMap(({ path, bytes }): ReadScope[] => {
    const decoded = decodeUtf8(bytes);
    if (!decoded.ok) {
      const start = { line: 1, column: 1 };
      const message = `The byte at offset ${decoded.failure.byteOffset} is not UTF-8: save the file as UTF-8.`;
      const { source } = scopeOrigin(path);
      findings.push({ ruleId: "scope-syntax", severity: "error", message, place: { path, start, end: start }, source });
      return [];
    }
    const { value, placeAt, findings: faults } = loadScope(path, decoded.value.text);
    findings.push(...faults);
    return value === undefined ? [] : [{ path, file: value, placeAt }];
  });
}
