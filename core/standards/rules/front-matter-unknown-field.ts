import { table, type Table } from "#core/base/table.ts";
import { FRONT_MATTER_FIELDS } from "../documents/front-matter-fields.ts";
import { fieldName } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Fields that nobody reads. */
export const frontMatterUnknownField: Rule = {
  id: "front-matter-unknown-field",
  severity: "warning",
  source: scs0001("Document format"),
  summary: "The front matter has no field that SCS-0001 does not know.",
  *check({ document }) {
    for (const field of document.frontMatter.fields.keys()) {
      if ((FRONT_MATTER_FIELDS as readonly string[]).includes(field)) continue;
      const meant = FRONT_MATTER_FIELDS.find((known) => comparable(known) === comparable(field));
      const remedy =
        REMEDIES[field] ?? `expected ${meant === undefined ? `one of ${listOf(FRONT_MATTER_FIELDS)}` : `\`${meant}\``}`;
      yield { message: `The field \`${field}\` is unknown, ${remedy}.`, span: fieldName(document, field) };
    }
  },
};

/** What to write instead of names that fields had once, or are often given. */
const REMEDIES: Table<string> = table({
  obsoleted_at: "expected `deprecated_at`",
  state: "expected `status`",
  author: "expected none: the history of the repository names authors",
  authors: "expected none: the history of the repository names authors",
  version: "expected none: the file name holds the version",
});

function comparable(field: string): string {
  return field
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/s$/, "");
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
