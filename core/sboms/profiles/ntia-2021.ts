import type { ComponentView, DocumentView } from "../view/document-view.ts";
import { viewDocument } from "../view/view-document.ts";
import * as element from "./elements/index.ts";
import { defineProfile } from "./evaluate-profile.ts";
import { stateAny } from "../view/statement.ts";

const DATA_FIELDS = "NTIA, The Minimum Elements for an SBOM (2021), Data Fields";

/** The seven data fields of 2021, which the CISA elements of 2026 replace; contracts still name them. */
export const NTIA_2021 = defineProfile({
  id: "ntia-2021",
  title: "NTIA minimum elements (2021)",
  url: "https://www.ntia.gov/report/2021/minimum-elements-software-bill-materials-sbom",
  acceptsUnknown: false,
  view: viewDocument,
  rules: [
    // The text means whoever "creates, defines, and identifies components", so their maker is an answer.
    {
      ...element.SUPPLIER,
      clause: `${DATA_FIELDS}: Supplier Name`,
      read: ({ supplier, producer }: ComponentView) => stateAny([supplier, producer]),
    },
    { ...element.NAME, clause: `${DATA_FIELDS}: Component Name` },
    { ...element.VERSION, clause: `${DATA_FIELDS}: Version of the Component` },
    {
      ...element.IDENTIFIER,
      clause: `${DATA_FIELDS}: Other Unique Identifiers (if they exist)`,
      tier: "additional",
      read: ({ identifier }: ComponentView) => (identifier === "present" ? "present" : "absent"),
    },
    // Practices and Processes: a "known unknown" is an answer, where silence is none.
    {
      ...element.DEPENDENCIES,
      clause: `${DATA_FIELDS}: Dependency Relationship; Known Unknowns`,
      acceptsUnknown: true,
    },
    // The text allows the author to be a tool.
    {
      ...element.AUTHOR,
      clause: `${DATA_FIELDS}: Author of SBOM Data`,
      read: ({ author, toolName }: DocumentView) => stateAny([author, toolName]),
    },
    { ...element.TIMESTAMP, clause: `${DATA_FIELDS}: Timestamp` },
  ],
});
