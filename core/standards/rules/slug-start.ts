import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** The slug starts with a letter. */
export const slugStart: Rule = {
  id: "slug-start",
  severity: "warning",
  source: scs0001("Document format"),
  summary: "The slug starts with a lower-case letter.",
  *check({ document: { name } }) {
    if (name === undefined || /^[a-z-]/.test(name.slug)) return; // a leading hyphen is for slug-characters
    yield {
      message: `The slug starts with \`${name.slug.slice(0, 1)}\`, expected a lower-case letter.`,
      span: FILE_START,
    };
  },
};
