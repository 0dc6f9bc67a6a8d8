import { viewDocument } from "./document-view.ts";
import { defineProfile } from "./evaluate-profile.ts";
import * as rule from "./rules.ts";

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
  rules: [
    { ...rule.AUTHOR, clause: `${FIELDS}: SBOM Author` },
    { ...rule.SIGNATURE, clause: `${FIELDS}: SBOM Author Signature` },
    { ...rule.TIMESTAMP, clause: `${FIELDS}: SBOM Timestamp` },
    { ...rule.TOOL_NAME, clause: `${FIELDS}: SBOM Tool Name` },
    { ...rule.TOOL_VERSION, clause: `${FIELDS}: SBOM Tool Version` },
    { ...rule.GENERATION_CONTEXT, clause: `${FIELDS}: SBOM Generation Context` },
    { ...rule.DOCUMENT_VERSION, clause: `${FIELDS}: SBOM Version` },
    { ...rule.NAME, clause: `${FIELDS}: Component Name` },
    { ...rule.VERSION, clause: `${FIELDS}: Component Version` },
    { ...rule.PRODUCER, clause: `${FIELDS}: Component Producer` },
    { ...rule.IDENTIFIER, clause: `${FIELDS}: Component Identifiers` },
    { ...rule.HASH, clause: `${FIELDS}: Component Hash Algorithm, Component Hash Value` },
    { ...rule.LICENSE, clause: `${FIELDS}: Component License` },
    { ...rule.DEPENDENCIES, clause: `${FIELDS}: Dependency Relationship` },
  ],
});
