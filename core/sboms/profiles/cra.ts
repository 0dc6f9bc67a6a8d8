import { viewDocument } from "./document-view.ts";
import { defineProfile } from "./evaluate-profile.ts";
import * as rule from "./rules.ts";

const ANNEX = "Regulation (EU) 2024/2847, Annex I, Part II (1)";

/**
 * What the Cyber Resilience Act itself says of an SBOM: machine-readable, covering at least the top-level dependencies of the
 * product. That the document is in a common format is proved before it meets a profile.
 */
export const CRA = defineProfile({
  id: "cra",
  title: "EU Cyber Resilience Act minimum",
  url: "https://eur-lex.europa.eu/eli/reg/2024/2847/oj",
  caveat: "The text of the regulation only; harmonized standards may ask for more.",
  acceptsUnknown: false,
  view: viewDocument,
  rules: [
    { ...rule.SUBJECT, clause: `${ANNEX}: products with digital elements` },
    { ...rule.TOP_LEVEL, clause: `${ANNEX}: at the very least the top-level dependencies` },
    { ...rule.NAME, clause: `${ANNEX}: identify components` },
  ],
});
