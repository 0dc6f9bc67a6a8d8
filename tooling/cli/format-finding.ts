import { wordMorePlaces, type Finding, type Severity } from "#core/base/finding.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import type { Paint } from "./paint.ts";

const SEVERITY_COLOR: Record<Severity, Parameters<Paint>[0]> = { error: "red", warning: "yellow", note: "cyan" };

/**
 * A finding for a terminal, in the first line as editors and CI systems recognize it: `path:line:column: severity ruleId`, then
 * what, where and what to do. Without trailing line ending. Control characters of the input do not reach the terminal.
 */
export function formatFinding(finding: Finding, paint: Paint): string {
  const { place, source, fix } = finding;
  const where = `${place.path}:${place.start.line}:${place.start.column}:`;
  const pointer = escapeControls(place.pointer ?? "");
  const quote = paint("dim", escapeControls(place.quote ?? ""));
  const at = [pointer, place.quote === undefined || place.quote === "" ? "" : quote].filter((part) => part !== "");
  const more = wordMorePlaces(finding);
  const lines = [
    `${paint("bold", escapeControls(where))} ${paint(SEVERITY_COLOR[finding.severity], finding.severity)} ${finding.ruleId}`,
    `  ${escapeControls(finding.message)}`,
    ...(at.length === 0 ? [] : [`  at ${at.join(" ")}`]),
    ...(more === undefined ? [] : [`  and at ${more}`]),
    ...(fix === undefined ? [] : [`  fix: ${escapeControls(fix.description)}`]),
    `  ${paint("dim", `by ${escapeControls(source.clause)}${source.url === undefined ? "" : ` <${source.url}>`}`)}`,
  ];
  return lines.join("\n");
}

/** `3 errors, 1 warning`; `no findings`. */
export function formatCounts(counts: Readonly<Record<Severity, number>>): string {
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`);
  return parts.length === 0 ? "no findings" : parts.join(", ");
}
