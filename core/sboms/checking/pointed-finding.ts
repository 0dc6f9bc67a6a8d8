import type { Finding, Fix, Severity, Source } from "#core/base/finding.ts";
import { locatePointers, type JsonLocation } from "#core/base/json/locate-pointers.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";

/** Offsets in UTF-16 code units, `end` exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A finding in a JSON document before its line and column are looked up. */
export interface PointedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** JSON pointer of the place. */
  readonly pointer: string;
  readonly source: Source;
  /** The place is the name of the member, not its value. */
  readonly isAtName?: boolean;
  /** Offsets in the text, where the pointer alone is not exact. */
  readonly range?: Range;
  /** A JSON value that a machine may write at the place without changing the meaning. */
  readonly replacement?: { readonly description: string; readonly value: string | number };
}

/** Longest quote of the text at a place, in UTF-16 code units. */
const MAX_QUOTE_LENGTH = 120;

/** Gives findings their lines and columns, in one pass over the text. `text` must be JSON unless all findings have ranges. */
export function placeFindings(findings: readonly PointedFinding[], text: string, path: string): readonly Finding[] {
  if (findings.length === 0) return [];
  const missing = findings.filter((finding) => finding.range === undefined);
  const locations =
    missing.length === 0
      ? undefined
      : locatePointers(
          text,
          missing.map(({ pointer }) => pointer),
        );
  const lines = createLineIndex(text);
  return findings.map((finding) => {
    const location = locations?.get(finding.pointer);
    const { start, end } = finding.range ?? rangeOf(text, location, finding.isAtName ?? false);
    const fix = location === undefined ? undefined : fixOf(finding, location);
    return {
      ruleId: finding.ruleId,
      severity: finding.severity,
      message: finding.message,
      place: {
        path,
        start: lines.positionAt(start),
        end: lines.positionAt(end),
        pointer: finding.pointer,
        quote: quoteOf(text, start, end),
      },
      source: finding.source,
      ...(fix === undefined ? {} : { fix }),
    };
  });
}

/** A scalar is its own place; an array or object is shown by its name, or by its bracket. */
function rangeOf(text: string, location: JsonLocation | undefined, isAtName: boolean): Range {
  if (location === undefined) return { start: 0, end: 0 };
  if (isAtName && location.name !== undefined) return location.name;
  const isContainer = text[location.start] === "{" || text[location.start] === "[";
  if (!isContainer) return location;
  return location.name ?? { start: location.start, end: location.start + 1 };
}

function quoteOf(text: string, start: number, end: number): string {
  const line = text.slice(start, Math.min(end, start + MAX_QUOTE_LENGTH)).split(/[\r\n]/, 1)[0] ?? "";
  return escapeControls(end - start > MAX_QUOTE_LENGTH ? `${line}…` : line);
}

function fixOf({ replacement, pointer }: PointedFinding, { start, end }: JsonLocation): Fix | undefined {
  if (replacement === undefined) return undefined;
  const { description, value } = replacement;
  const edits = [{ start, end, text: JSON.stringify(value) }];
  return { description, edits, patch: [{ op: "replace", path: pointer, value }] };
}
