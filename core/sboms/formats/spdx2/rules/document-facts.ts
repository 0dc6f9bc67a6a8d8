import { quoteValue } from "../../../checking/quote-value.ts";
import { SPDX_TEXT, type SpdxRule } from "./spdx-rule.ts";

/** A namespace is an absolute address without a fragment: identifiers are put behind it after a `#`. */
const NAMESPACE = /^[a-z][a-z0-9+.-]*:[^\s#]+$/i;

/** What the document says about itself, so that others may use and name it. */
export const DOCUMENT_FACTS: SpdxRule = {
  ruleId: "sbom-spdx-document",
  source: {
    clause: "SPDX 2.3, clauses 6.2 and 6.5: data license CC0-1.0, a namespace that is an absolute URI without #",
    url: `${SPDX_TEXT}/document-creation-information/`,
  },
  visit: ({ dataLicense, documentNamespace }, say) => {
    if (dataLicense !== undefined && dataLicense !== "CC0-1.0") {
      const message = `\`dataLicense\` is ${quoteValue(dataLicense)}, expected \`CC0-1.0\`: anybody may use the data of an SPDX document`;
      say({ pointer: "/dataLicense", cause: "license", message });
    }
    if (documentNamespace !== undefined && !NAMESPACE.test(documentNamespace)) {
      const message = `\`documentNamespace\` is ${quoteValue(documentNamespace)}, expected an absolute URI without \`#\``;
      say({ pointer: "/documentNamespace", cause: "namespace", message });
    }
  },
};
