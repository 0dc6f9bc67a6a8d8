import type { SchemaError } from "#core/base/schema-error.ts";

import { isCalendarDate } from "#core/base/time/calendar.ts";
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
      };
    }
  },
};

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
