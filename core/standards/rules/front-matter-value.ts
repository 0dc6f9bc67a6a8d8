import type { SchemaError } from "#core/base/schema-error.ts";

import type { Fix } from "#core/base/finding.ts";
import { closestName } from "#core/base/text/closest-name.ts";
import { isCalendarDate } from "#core/base/time/calendar.ts";
import type { Span } from "../documents/front-matter.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { schemaErrors } from "./front-matter-schema.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Keywords that say something about a value, not about presence or about a combination. */
const VALUE_KEYWORDS = new Set(["type", "enum", "pattern", "format", "minLength", "maxLength", "minItems", "maxItems"]);

/** Fields hold what they are meant to hold. */
export const frontMatterValue: Rule = {
  id: "front-matter-value",
  severity: "error",
  source: scs0001("Document format"),
  summary: "Every known field of the front matter holds a value of its kind.",
  *check({ document }) {
    const seen = new Set<string>();
    for (const error of schemaErrors(document)) {
      if (!VALUE_KEYWORDS.has(error.keyword) || error.instancePath === "" || seen.has(error.instancePath)) continue;
      seen.add(error.instancePath);
      const path = error.instancePath.slice(1).split("/");
      const value = valueAt(document.frontMatter.fields.get(path[0] ?? "")?.value, path.slice(1));
      yield {
        message: `The value of \`${path.join(".")}\` is ${describe(value)}, expected ${expectation(path[0] ?? "", error, value)}.`,
        span: document.frontMatter.spanOf(path),
        ...meantValue(error, value, document, document.frontMatter.spanOf(path)),
      };
    }
  },
};

/** Writes the allowed value that was probably meant. */
function meantValue(
  { params }: SchemaError,
  value: unknown,
  { text }: ParsedDocument,
  span: Span,
): { readonly fix?: Fix } {
  const allowed: unknown = params["allowedValues"];
  if (!Array.isArray(allowed) || typeof value !== "string") return {};
  const names = allowed.map(String);
  const meant = names.find((name) => name.toLowerCase() === value.toLowerCase()) ?? closestName(value, names);
  if (meant === undefined || text.slice(span.start, span.end) !== value) return {};
  return { fix: { description: `Write \`${meant}\``, edits: [{ ...span, text: meant }] } };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return `\`${JSON.stringify(value).replace(/^"|"$/g, "").slice(0, 80)}\``;
}

function expectation(field: string, error: SchemaError, value: unknown): string {
  if (Array.isArray(error.params["allowedValues"])) {
    return `one of ${error.params["allowedValues"].map((allowed) => `\`${String(allowed)}\``).join(", ")}`;
  }
  if (field.endsWith("_at")) {
    const isShaped = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !isCalendarDate(value);
    return isShaped ? "a date that the calendar has, between 1000-01-01 and 9899-12-31" : "a date like `2024-06-30`";
  }
  if (field === "supplements") return "a list of at least one file name";
  if (field === "replaces" || field === "replaced_by") return "a list of file names";
  if (error.keyword === "pattern") return "text without `_` or a space at either end";
  if (error.keyword === "maxLength") return `at most ${String(error.params["limit"])} characters`;
  return "text";
}
