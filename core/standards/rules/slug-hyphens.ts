import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** One hyphen at a time. */
export const slugHyphens: Rule = {
  id: "slug-hyphens",
  severity: "warning",
  source: scs0001("Document format"),
  summary: "The slug has no two hyphens in a row.",
  *check({ document: { name } }) {
    if (name === undefined || !name.slug.includes("--")) return;
    yield {
      message: `The slug \`${name.slug}\` has several hyphens in a row, expected \`${name.slug.replace(/-{2,}/g, "-")}\`.`,
      span: FILE_START,
    };
  },
};
