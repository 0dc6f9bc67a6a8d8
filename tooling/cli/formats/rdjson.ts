import type { Finding, Position, Severity, TextEdit } from "#core/base/finding.ts";
import { createLineIndex, type LineIndex } from "#core/base/text/line-index.ts";

import { messageWithPlaces, ruleUrl, type Format } from "./format.ts";

const SEVERITY: Record<Severity, string> = { error: "ERROR", warning: "WARNING", note: "INFO" };

/** Diagnostics of reviewdog (columns count bytes of UTF-8 from 1), which brings them and their suggestions to GitHub, GitLab, Gitea, Forgejo and Bitbucket. */
export const formatRdjson: Format = (checked, { isSummary }) => {
  const { findings, textOf, siteAddress } = checked;
  const lineIndexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    const known = lineIndexes.get(path) ?? createLineIndex((textOf(path) ?? "").replace(/^\uFEFF/, ""));
    lineIndexes.set(path, known);
    return known;
  };
  const diagnostics = findings.map((finding) => {
    const { ruleId, severity, place, fix } = finding;
    return {
      message: `${messageWithPlaces(finding)} (${finding.source.clause})`,
      location: { path: place.path, range: rangeOf(place, indexOf(place.path)) },
      severity: SEVERITY[severity],
      code: { value: ruleId, ...(siteAddress === undefined ? {} : { url: ruleUrl(ruleId, checked) }) },
      ...(fix === undefined || fix.edits.length === 0
        ? {}
        : { suggestions: suggestionsOf(fix.edits, finding, indexOf) }),
    };
  });
  const report = {
    source: { name: "stele", ...(siteAddress === undefined ? {} : { url: `${siteAddress}/docs/rules` }) },
    severity: "WARNING",
    diagnostics: isSummary ? [] : diagnostics,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

function suggestionsOf(edits: readonly TextEdit[], { place }: Finding, indexOf: (path: string) => LineIndex): object[] {
  const lines = indexOf(place.path);
  return edits.map(({ start, end, text }) => ({
    range: rangeOf({ start: lines.positionAt(start), end: lines.positionAt(end) }, lines),
    text,
  }));
}

function rangeOf({ start, end }: { readonly start: Position; readonly end: Position }, lines: LineIndex): object {
  return { start: inBytes(start, lines), end: inBytes(end, lines) };
}

function inBytes({ line, column }: Position, lines: LineIndex): Position {
  const before = lines.lineText(line).slice(0, column - 1);
  // A place behind the text of its line (on the line ending) keeps its distance.
  return { line, column: column + Buffer.byteLength(before) - before.length };
}
