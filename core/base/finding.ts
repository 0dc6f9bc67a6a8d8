/**
 * A finding is what a rule has to say about an input: where, what is there, what is expected, who says so,
 * and what to write instead. Pure data: wording is done by the rule, presentation by whoever shows it.
 */

import type { JsonPatch } from "./json/json-patch.ts";

/** `error` breaks a MUST, `warning` a SHOULD, `note` is worth knowing. */
export type Severity = "error" | "warning" | "note";

/** A point in a text: line and column count from 1, columns in UTF-16 code units as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a finding is. `end` is exclusive. Documents have positions, JSON inputs a pointer (RFC 6901) too. */
export interface Place {
  /** Path inside the checked tree, with forward slashes. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** JSON pointer (RFC 6901), for inputs that are JSON. */
  readonly pointer?: string;
  /** The source text at the place, at most one line. */
  readonly quote?: string;
}

/** The clause that a rule implements. */
export interface Source {
  /** For example `SCS-0001, Mandatory sections`. */
  readonly clause: string;
  readonly url?: string;
}

/** Replace the text between two offsets (UTF-16 code units from 0, `end` exclusive) by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A repair that a machine can make without changing the meaning. */
export interface Fix {
  /** What the repair does, in the imperative: "Write `replaces` as a list". */
  readonly description: string;
  readonly edits: readonly TextEdit[];
  /** The same for inputs that are JSON (RFC 6902). */
  readonly patch?: JsonPatch;
}

/** The outcome of a rule. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Actual, then expected, literals in backticks. */
  readonly message: string;
  readonly place: Place;
  readonly source: Source;
  readonly fix?: Fix;
}

const SEVERITY_RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Order for people: by path, then by position, then the graver first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.place.path, b.place.path) ||
    a.place.start.line - b.place.start.line ||
    a.place.start.column - b.place.start.column ||
    SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
    compareText(a.ruleId, b.ruleId)
  );
}

/** How many findings of each severity. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
