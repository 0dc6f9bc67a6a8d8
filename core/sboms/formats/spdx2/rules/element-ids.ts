import { quoteValue } from "../../../checking/quote-value.ts";
import { SPDX_TEXT, type SpdxRule } from "./spdx-rule.ts";

const ID = /^SPDXRef-[a-zA-Z0-9.-]+$/;

/** Identifiers have letters, digits, `.` and `-` behind their prefix: others break references in tag-value and RDF. */
export const ELEMENT_IDS: SpdxRule = {
  ruleId: "sbom-spdx-id",
  source: {
    clause: "SPDX 2.3, clause 7.2: SPDXRef- and letters, numbers, . and -",
    url: `${SPDX_TEXT}/package-information/#72-package-spdx-identifier-field`,
  },
  visit: ({ packages = [], files = [], snippets = [] }, say) => {
    for (const [list, elements] of Object.entries({ packages, files, snippets })) {
      for (const [index, { SPDXID: id }] of elements.entries()) {
        if (ID.test(id)) continue;
        const message = `${quoteValue(id)} is no SPDX identifier, expected \`SPDXRef-\` and letters, digits, \`.\` and \`-\``;
        say({ pointer: `/${list}/${index}/SPDXID`, message });
      }
    }
  },
};
