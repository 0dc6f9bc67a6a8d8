import { defaultSchema } from "rehype-sanitize";
import type { Options } from "rehype-sanitize";

import { ADMONITIONS } from "#core/standards/markdown/restore-false-directives.ts";

const CLASSES: (string | RegExp)[] = [
  "admonition",
  "admonition-title",
  ...ADMONITIONS.map((name) => `admonition-${name}`),
];

/**
 * What may be in a fragment: the library's list (modelled on the one of a large code host) plus our own admonitions and
 * definition lists. Ids keep their names, because anchors are promises and no script of the site looks elements up by id
 * of the text.
 */
export const SANITIZE_SCHEMA: Options = {
  ...defaultSchema,
  clobberPrefix: "",
  tagNames: [...(defaultSchema.tagNames ?? []), "dfn"],
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.["a"] ?? []), ["rel", "external", "noopener"]],
    div: [
      ["className", ...CLASSES],
      ["role", "note"],
    ],
    p: [["className", "admonition-title"]],
    // Normative sentences and their key words, see core/standards/requirements/mark-requirements.ts.
    span: [["className", "requirement"], "dataRequirement"],
    em: [["className", "rfc2119"]],
    code: [["className", /^language-[\w+-]{1,30}$/]],
    th: ["align", "scope"],
    td: ["align"],
  },
  // Images of others would be requests to others; transformImages turns them into links.
  protocols: { ...defaultSchema.protocols, src: [] },
};
