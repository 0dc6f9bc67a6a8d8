import { FIELD_DUTIES, schemaErrors } from "./front-matter-schema.ts";
import { fieldName } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Fields that may not be there. */
export const frontMatterForbidden: Rule = {
  id: "front-matter-forbidden",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The front matter has no field that the type or status of the document forbids.",
  *check({ document, summary }) {
    const forbidden = schemaErrors(document)
      .filter((error) => error.keyword === "false schema")
      .map((error) => error.instancePath.slice(1));
    for (const field of new Set(forbidden)) {
      if (field === "replaced_by" && summary.status === undefined) continue;
      if (field === "supplements" && summary.type === undefined) continue;
      const state = summary.status === undefined ? `type \`${summary.type ?? ""}\`` : `status \`${summary.status}\``;
      yield {
        message: `The field \`${field}\` is not allowed with ${state}; it is ${FIELD_DUTIES[field] ?? "forbidden"}.`,
        span: fieldName(document, field),
      };
    }
  },
};
