import { viewDocument } from "../view/view-document.ts";
import * as element from "./elements/index.ts";
import { defineProfile } from "./evaluate-profile.ts";

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
    { ...element.SUBJECT, clause: `${ANNEX}: products with digital elements` },
    { ...element.TOP_LEVEL, clause: `${ANNEX}: at the very least the top-level dependencies` },
    { ...element.NAME, clause: `${ANNEX}: identify components` },
  ],
});
