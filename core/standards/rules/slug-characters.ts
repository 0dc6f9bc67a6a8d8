import { withoutTrailing } from "#core/base/text/trim-run.ts";

import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** The slug is made of what is safe in every address. */
export const slugCharacters: Rule = {
  id: "slug-characters",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The slug consists of lower-case ASCII letters, digits and hyphens, and does not start with a hyphen.",
  *check({ document: { name } }) {
    if (name === undefined || /^[a-z0-9][a-z0-9-]*$/.test(name.slug)) return;
    const wrong = [...new Set(name.slug.match(/[^a-z0-9-]/g))].slice(0, 8).map((character) => `\`${character}\``);
    const what = wrong.length > 0 ? `has ${wrong.join(", ")}` : "starts with a hyphen";
    yield {
      message: `The slug \`${name.slug}\` ${what}, expected \`${slugOf(name.slug)}\` (rename before acceptance: the slug is part of the address).`,
      span: FILE_START,
    };
  },
};

function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "");
  return withoutTrailing(slug, "-") || "title";
}
