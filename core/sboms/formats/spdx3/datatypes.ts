import { table, type Table } from "#core/base/table.ts";

/** A datatype: what is wanted in words, and whether a value is of it. */
interface Datatype {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

function matching(expected: string, pattern: RegExp): Datatype {
  return { expected, accepts: (value) => typeof value === "string" && pattern.test(value) };
}

/** Versions as semver.org defines them. */
const SEMANTIC_VERSION =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;

/** The datatypes of the model by the names that its table uses. */
export const DATATYPES: Table<Datatype> = table({
  string: { expected: "a text", accepts: (value) => typeof value === "string" },
  anyURI: { expected: "a URI", accepts: (value) => typeof value === "string" },
  boolean: { expected: "`true` or `false`", accepts: (value) => typeof value === "boolean" },
  dateTime: matching(
    "a date and time in UTC such as `2026-11-20T10:00:00Z`",
    /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\dZ$/,
  ),
  decimal: {
    expected: "a number",
    accepts: (value) => typeof value === "number" || (typeof value === "string" && /^-?\d+(?:\.\d*)?$/.test(value)),
  },
  mediaType: matching("a media type such as `text/plain`", /^[^/]+\/[^/]+$/),
  nonNegativeInteger: {
    expected: "a whole number from 0",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0,
  },
  positiveInteger: {
    expected: "a whole number from 1",
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1,
  },
  semanticVersion: matching("a version such as `3.0.1`", SEMANTIC_VERSION),
});
