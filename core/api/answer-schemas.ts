import type { JsonSchema } from "./request-schemas.ts";

const text: JsonSchema = { type: "string" };
const textOrNull: JsonSchema = { type: ["string", "null"] };
const day: JsonSchema = { type: ["string", "null"], pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const listOf = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const object = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const position = object({ line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } });

/** What answers hold, where more can be said than that it is JSON. */
export const ANSWER_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Object: { type: "object", description: "An object whose fields say what they are." },
  Array: { type: "array" },
  Problem: {
    description: "RFC 9457: why something was not done, and what to do.",
    ...object({ title: text, status: { type: "integer" }, detail: text, findings: listOf(ref("Finding")) }, [
      "findings",
    ]),
  },
  Finding: {
    description: "What a rule has to say: where, what is there, what is expected, who says so.",
    ...object(
      {
        ruleId: text,
        severity: { enum: ["error", "warning", "note"] },
        message: text,
        place: object({ path: text, start: position, end: position, pointer: text, quote: text }, ["pointer", "quote"]),
        source: object({ clause: text, url: text }, ["url"]),
        fix: { type: "object" },
        occurrences: {
          description: "The same at several places: how many in all, and the first of the others.",
          ...object({ count: { type: "integer" }, morePlaces: { type: "array", items: { type: "object" } } }),
        },
      },
      ["fix", "occurrences"],
    ),
  },
  Findings: object({ findings: listOf(ref("Finding")) }),
  Snapshot: object({ snapshot: text, missing: listOf(text), findings: listOf(ref("Finding")) }, ["findings"]),
  Activation: object({ at: { type: "string", format: "date-time" } }, ["at"]),
  DocumentSummary: object({
    id: text,
    number: textOrNull,
    series: { enum: ["v", "w", null] },
    version: { type: ["integer", "null"] },
    title: text,
    description: textOrNull,
    type: { enum: ["Standard", "Procedural", "Decision Record", "Supplement", null] },
    status: textOrNull,
    track: textOrNull,
    phase: { enum: ["draft", "effective", "deprecated", "rejected", "unstated", "supplement"] },
    stabilizedAt: day,
    deprecatedAt: day,
    rejectedAt: day,
    href: text,
    json: text,
  }),
  Document: {
    allOf: [
      ref("DocumentSummary"),
      object({
        date: day,
        sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
        source: text,
        sections: listOf(object({ depth: { type: "integer" }, anchor: text, title: text })),
        requirements: listOf(
          object({
            id: text,
            level: text,
            keyWords: listOf(text),
            text,
            section: textOrNull,
            line: { type: "integer" },
          }),
        ),
        edges: object({
          replaces: listOf(text),
          replacedBy: listOf(text),
          supplements: listOf(text),
          supplementTo: listOf(text),
        }),
      }),
    ],
  },
  SearchResults: object({
    query: text,
    total: { type: "integer" },
    page: { type: "integer" },
    pageCount: { type: "integer" },
    matchesAllWords: { type: "boolean" },
    results: listOf(
      object({
        kind: text,
        ref: text,
        href: text,
        title: listOf(ref("MarkedText")),
        snippet: listOf(ref("MarkedText")),
      }),
    ),
  }),
  MarkedText: object({ text, isMatch: { type: "boolean" } }),
};
