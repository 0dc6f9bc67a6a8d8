import { quoteValue } from "../../../checking/quote-value.ts";
import { SPDX_TEXT, type SpdxRule } from "./spdx-rule.ts";

/** The document calls itself `SPDXRef-DOCUMENT`, so that others can name it. */
export const DOCUMENT_ID: SpdxRule = {
  ruleId: "sbom-spdx-document-id",
  source: {
    clause: "SPDX 2.3, clause 6.3: the identifier of the document is SPDXRef-DOCUMENT",
    url: `${SPDX_TEXT}/document-creation-information/#63-spdx-identifier-field`,
  },
  visit: ({ SPDXID: id }, say) => {
    if (id === "SPDXRef-DOCUMENT") return;
    const message = `The document calls itself ${quoteValue(id)}, expected \`SPDXRef-DOCUMENT\` here and in its relationships`;
    say({ pointer: "/SPDXID", message });
  },
};
