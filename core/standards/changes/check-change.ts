/** A change checked as the command line and the API answer it: what it brings into its documents, and the verdict on the step. */
import {
  checkFiles,
  type CheckResult,
  type FilesCheckOptions,
  type TreeFile,
} from "#core/standards/checking/check-files.ts";
import { fileNameOf } from "#core/standards/documents/document-id.ts";
import { createDocumentMemory } from "#core/standards/checking/document-memory.ts";
import { compareFindings, countFindings, type Finding } from "#core/base/finding.ts";

import { judgeChange, type JudgeOptions } from "./judge-change.ts";
import { withNewErrors, type Verdict } from "./verdict.ts";

/** The outcome of the check of a change. */
export interface ChangeCheckResult extends CheckResult {
  readonly verdict: Verdict;
}

/** A state of a tree. */
export interface TreeState {
  readonly documents: readonly TreeFile[];
  /** Default: none. */
  readonly scopes?: readonly TreeFile[];
  /** All files of the repository (default: not known). */
  readonly repositoryPaths?: readonly string[] | undefined;
}

/** What the check of a change may go by. */
export type ChangeCheckOptions = Omit<FilesCheckOptions, "scopes" | "repositoryPaths"> &
  Omit<JudgeOptions, "tracks" | "references">;

/**
 * Checks `head` and judges the step from `base`. The findings are those that the base does not have, wherever they are: a
 * broken link to a deleted document, for example. What was wrong before is not this change's business.
 */
export async function checkChange(
  base: TreeState,
  head: TreeState,
  wanted: ChangeCheckOptions = {},
): Promise<ChangeCheckResult> {
  const { configuration, withStyle = true, memory = createDocumentMemory() } = wanted;
  const options = { ...wanted, memory };
  const tracks = configuration === undefined ? {} : { tracks: configuration.settings.tracks };
  const references = head.scopes ?? [];
  const verdict = judgeChange(base.documents, head.documents, { ...options, ...tracks, references });
  const touched = { base: difference(base, head), head: difference(head, base) };
  const [before, after] = await Promise.all([
    findAll(base, touched.base, options, withStyle),
    findAll(head, touched.head, options, withStyle),
  ]);
  const findings = newFindings(before, after);
  const files = touched.head.documents.length + (touched.head.scopes?.length ?? 0);
  const counts = countFindings(findings);
  return { findings, counts, files, verdict: withNewErrors(verdict, counts.error) };
}

/** All findings of a state; style is a matter of one file alone, so only touched files are asked for it. */
async function findAll(
  state: TreeState,
  touched: TreeState,
  options: ChangeCheckOptions,
  withStyle: boolean,
): Promise<Finding[]> {
  const scopes = state.scopes === undefined ? {} : { scopes: state.scopes };
  const { repositoryPaths } = state;
  const { findings } = await checkFiles(state.documents, { ...options, ...scopes, repositoryPaths, withStyle: false });
  if (!withStyle || touched.documents.length === 0) return [...findings];
  const styled = await checkFiles(touched.documents, { ...options, withStyle, isComplete: false });
  return [...findings, ...styled.findings.filter(({ ruleId }) => /^(?:markdownlint|typography)(?:\/|$)/.test(ruleId))];
}

/** The files of a state that the other one does not have, or has with other bytes. */
function difference(state: TreeState, other: TreeState): TreeState {
  const known = new Map([...other.documents, ...(other.scopes ?? [])].map(({ path, bytes }) => [path, bytes]));
  const isTouched = ({ path, bytes }: TreeFile): boolean => !hasSameBytes(known.get(path), bytes);
  return { documents: state.documents.filter(isTouched), scopes: (state.scopes ?? []).filter(isTouched) };
}

function hasSameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** The findings that the earlier ones do not account for; lines move, so a finding is told by its file, rule and message. */
function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const fresh = after.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
  return fresh.sort(compareFindings);
}

function keyOf({ ruleId, message, place }: Finding): string {
  return `${fileNameOf(place.path)}\n${ruleId}\n${message}`;
}
