import { viewDocument } from "../view/view-document.ts";
import * as element from "./elements/index.ts";
import { defineProfile } from "./evaluate-profile.ts";
import { KNOWN_COMPONENT } from "./known-component.ts";

const FIELDS = "CISA, 2026 Minimum Elements for an SBOM";

/**
 * The data fields of 2026. Name and version of the data format are proved by the check that every document passes before it meets
 * a profile, so they have no rule here.
 */
export const CISA_2026 = defineProfile({
  id: "cisa-2026",
  title: "CISA minimum elements (2026)",
  url: "https://www.cisa.gov/sbom",
  caveat: "Field list from public discussion of the final text, to be re-verified.",
  acceptsUnknown: true,
  view: viewDocument,
  floor: { ...KNOWN_COMPONENT, clause: `${FIELDS}: Explicitly Identifying Unknown Information` },
  rules: [
    // What whoever wrote the document knows cannot be unknown: about the document itself, and what they call a component.
    { ...element.AUTHOR, acceptsUnknown: false, clause: `${FIELDS}: SBOM Author` },
    { ...element.SIGNATURE, clause: `${FIELDS}: SBOM Author Signature` },
    { ...element.TIMESTAMP, acceptsUnknown: false, clause: `${FIELDS}: SBOM Timestamp` },
    { ...element.TOOL_NAME, acceptsUnknown: false, clause: `${FIELDS}: SBOM Tool Name` },
    { ...element.TOOL_VERSION, acceptsUnknown: false, clause: `${FIELDS}: SBOM Tool Version` },
    { ...element.GENERATION_CONTEXT, acceptsUnknown: false, clause: `${FIELDS}: SBOM Generation Context` },
    { ...element.DOCUMENT_VERSION, acceptsUnknown: false, clause: `${FIELDS}: SBOM Version` },
    { ...element.NAME, acceptsUnknown: false, clause: `${FIELDS}: Component Name` },
    { ...element.VERSION, clause: `${FIELDS}: Component Version` },
    { ...element.PRODUCER, clause: `${FIELDS}: Component Producer` },
    { ...element.IDENTIFIER, clause: `${FIELDS}: Component Identifiers` },
    { ...element.HASH, clause: `${FIELDS}: Component Hash Algorithm, Component Hash Value` },
    { ...element.LICENSE, clause: `${FIELDS}: Component License` },
    { ...element.DEPENDENCIES, clause: `${FIELDS}: Dependency Relationship` },
  ],
});
