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

/** The same fault at several places. */
export interface Occurrences {
  /** At how many places in all. */
  readonly count: number;
  /** The first of them, without that of the finding itself. */
  readonly morePlaces: readonly Place[];
}

/** The outcome of a rule. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Actual, then expected, literals in backticks. */
  readonly message: string;
  readonly place: Place;
  readonly source: Source;
  /** Mends every place that is known. */
  readonly fix?: Fix;
  /** Absent for what is there once. */
  readonly occurrences?: Occurrences;
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

/** How many findings of each severity, every place of a grouped one counted. */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += occurrencesOf(finding);
  return counts;
}

/** Other places named in a sentence. */
const MAX_NAMED_PLACES = 5;

/** `599 more places, such as 4:5, 12:5` for a finding that is at several places; undefined for others. */
export function wordMorePlaces({ occurrences }: Pick<Finding, "occurrences">): string | undefined {
  if (occurrences === undefined) return undefined;
  const { count, morePlaces } = occurrences;
  const named = morePlaces.slice(0, MAX_NAMED_PLACES).map(({ start }) => `${start.line}:${start.column}`);
  const [few, places] = [count - 1 === named.length, count === 2 ? "place" : "places"];
  return `${(count - 1).toLocaleString("en")} more ${places}${few ? ":" : ", such as"} ${named.join(", ")}`;
}

/** At how many places a finding is. */
export function occurrencesOf({ occurrences }: Pick<Finding, "occurrences">): number {
  return occurrences?.count ?? 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
