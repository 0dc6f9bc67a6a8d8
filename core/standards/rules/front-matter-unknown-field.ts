import { table, type Table } from "#core/base/table.ts";
import { closestName } from "#core/base/text/closest-name.ts";

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
      const meant =
        FRONT_MATTER_FIELDS.find((known) => comparable(known) === comparable(field)) ??
        closestName(field.toLowerCase(), FRONT_MATTER_FIELDS);
      const remedy =
        REMEDIES[field] ?? `expected ${meant === undefined ? `one of ${listOf(FRONT_MATTER_FIELDS)}` : `\`${meant}\``}`;
      const span = fieldName(document, field);
      const name = RENAMED[field] ?? (REMEDIES[field] === undefined ? meant : undefined);
      // Never over a field that is there already.
      const isPlain = document.text.slice(span.start, span.end) === field;
      const isFree = name !== undefined && !document.frontMatter.fields.has(name);
      yield {
        message: `The field \`${field}\` is unknown, ${remedy}.`,
        span,
        ...(isPlain && isFree ? { fix: { description: `Write \`${name}\``, edits: [{ ...span, text: name }] } } : {}),
      };
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

/** Those of them that only got another name. */
const RENAMED: Table<string> = table({ obsoleted_at: "deprecated_at", state: "status" });

function comparable(field: string): string {
  return field
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/s$/, "");
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
