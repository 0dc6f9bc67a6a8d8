import type { Finding, TextEdit } from "#core/base/finding.ts";

/** A text after repairs. */
export interface FixedText {
  readonly text: string;
  /** The findings whose fixes were applied. */
  readonly applied: readonly Finding[];
}

/**
 * Applies the fixes of findings to the text that they were found in. A fix is applied whole or not at all; one that
 * overlaps an earlier one is left for the next check. Fixes without edits (the byte order mark) count as applied, as
 * writing the text is the repair.
 */
export function applyFixes(text: string, findings: readonly Finding[]): FixedText {
  const accepted: TextEdit[] = [];
  const applied: Finding[] = [];
  for (const finding of findings) {
    if (finding.fix === undefined) continue;
    if (finding.fix.edits.some((edit) => accepted.some((other) => overlaps(edit, other)))) continue;
    accepted.push(...finding.fix.edits);
    applied.push(finding);
  }
  return { text: applyEdits(text, accepted), applied };
}

/** Two insertions at one place would depend on their order, so they count as overlapping. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  return parts.join("") + text.slice(position);
}
