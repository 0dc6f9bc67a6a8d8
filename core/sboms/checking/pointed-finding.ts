import type { Finding, Fix, Place, Severity, Source } from "#core/base/finding.ts";
import { locatePointers, type JsonLocation } from "#core/base/json/locate-pointers.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";

import { joinSteps } from "./join-steps.ts";
import { editsOf, patchOf, type PointedRepair } from "./pointed-repair.ts";

/** Offsets in UTF-16 code units, `end` exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a JSON document before its line and column are looked up. */
export interface PointedPlace {
  /** JSON pointer of the place. */
  readonly pointer: string;
  /** The place is the name of the member, not its value. */
  readonly isAtName?: boolean;
  /** Offsets in the text, where the pointer alone is not exact. */
  readonly range?: Range;
  readonly repair?: PointedRepair;
}

/** A finding in a JSON document, at its first place and perhaps at others. */
export interface PointedFinding extends PointedPlace {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Source;
  /** Places in all, where there are several. */
  readonly count?: number;
  /** Further places: more than are listed, where a fix mends them. */
  readonly others?: readonly PointedPlace[];
}

/** Places listed of a finding, the first included. */
const MAX_PLACES = 10;
/** Longest quote of the text at a place, in UTF-16 code units. */
const MAX_QUOTE_LENGTH = 120;

/** Gives findings their lines and columns, in one pass over the text. `text` must be JSON unless all findings have ranges. */
export function placeFindings(findings: readonly PointedFinding[], text: string, path: string): readonly Finding[] {
  if (findings.length === 0) return [];
  const pointers = findings
    .flatMap((finding) => [finding, ...(finding.others ?? [])])
    .flatMap(({ range, pointer }) => (range === undefined ? pointer : []));
  const locations = pointers.length === 0 ? undefined : locatePointers(text, pointers);
  const lines = createLineIndex(text);
  const placeOf = (place: PointedPlace): Place => {
    const { start, end } = place.range ?? rangeOf(text, locations?.get(place.pointer), place.isAtName ?? false);
    return {
      path,
      start: lines.positionAt(start),
      end: lines.positionAt(end),
      pointer: place.pointer,
      quote: quoteOf(text, start, end),
    };
  };
  return findings.map((finding) => {
    const { ruleId, severity, message, source, count, others = [] } = finding;
    const fix = fixOf([finding, ...others], text, locations);
    return {
      ruleId,
      severity,
      message,
      place: placeOf(finding),
      source,
      ...(fix === undefined ? {} : { fix }),
      ...(count === undefined
        ? {}
        : { occurrences: { count, morePlaces: others.slice(0, MAX_PLACES - 1).map(placeOf) } }),
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

/** Mends every place that can be mended; undefined where none can. */
function fixOf(
  places: readonly PointedPlace[],
  text: string,
  locations: ReadonlyMap<string, JsonLocation> | undefined,
): Fix | undefined {
  const mended = places.flatMap(({ repair, pointer }) => {
    const location = locations?.get(pointer);
    return repair === undefined || location === undefined ? [] : { repair, pointer, location };
  });
  const [first, ...others] = mended;
  if (first === undefined) return undefined;
  const { description } = first.repair;
  const edits = mended.map(({ repair, location }) => editsOf(repair, location, text));
  return {
    description: others.length === 0 ? description : `${description}, and likewise at ${others.length} more places`,
    // All of them or none: half a repair is none.
    edits: edits.some((steps) => steps.length === 0) ? [] : edits.flat(),
    patch: joinSteps(mended.flatMap(({ repair, pointer }) => patchOf(repair, pointer))),
  };
}
