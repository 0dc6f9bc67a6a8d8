/** What the schema of the front matter says, shared by the rules that each take one kind of its errors. */
import { table, type Table } from "#core/base/table.ts";
import type { SchemaError } from "#core/base/schema-error.ts";
import { validate } from "#schemas/compiled/document-front-matter.js";

import type { ParsedDocument } from "../documents/read-document.ts";

const cache = new WeakMap<ParsedDocument, readonly SchemaError[]>();

/** The schema errors of a document's front matter; none where there is no front matter, or none that can be read as a whole. */
export function schemaErrors(document: ParsedDocument): readonly SchemaError[] {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const { block, faults, fields } = document.frontMatter;
  // From entries, so that a field called `__proto__` is a field.
  const value = Object.fromEntries([...fields].map(([name, field]) => [name, field.value]));
  const isUnclear = block === undefined || faults.length > 0;
  const errors = isUnclear || validate(value) ? [] : [...(validate.errors ?? [])];
  cache.set(document, errors);
  return errors;
}

/** What SCS-0001 demands of each field, in its table's words. */
export const FIELD_DUTIES: Table<string> = table({
  title: "required: the published page takes its heading from it",
  type: "required",
  track: "required",
  status: "required unless the type is `Supplement`, and forbidden then",
  supplements: "required if the type is `Supplement`, and forbidden otherwise",
  stabilized_at: "required if the status was ever `Stable`, and meaningless before",
  deprecated_at: "required if the status is `Deprecated`, and meaningless before",
  rejected_at: "required if the status is `Rejected`, and meaningless otherwise",
  replaced_by: "recommended if the status is `Deprecated` or `Rejected`, and forbidden otherwise",
});
