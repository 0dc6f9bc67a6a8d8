import { FIELD_DUTIES, schemaErrors } from "./front-matter-schema.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Fields that may not be missing. */
export const frontMatterRequired: Rule = {
  id: "front-matter-required",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The front matter has every field that the type and status of the document demand.",
  *check({ document, summary }) {
    const missing = schemaErrors(document)
      .filter((error) => error.keyword === "required" && error.instancePath === "")
      .map((error) => String(error.params["missingProperty"]));
    for (const field of new Set(missing)) {
      // A conditional demand makes no sense while the type itself is missing or unknown.
      if (summary.type === undefined && (field === "status" || field === "supplements")) continue;
      // A supplement has no status at all, so a wrong one demands no date.
      if (summary.type === "Supplement" && field.endsWith("_at")) continue;
      const because = field === "supplements" ? "type" : field.endsWith("_at") ? "status" : "title";
      yield {
        message: `The field \`${field}\` is missing; it is ${FIELD_DUTIES[field] ?? "required"}.`,
        span: fieldValue(document, because),
      };
    }
  },
};
