import { stateIf } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";
import { hasCreator } from "../has-creator.ts";

/** Who answers for the SBOM. */
export const CREATOR_ORGANIZATION: TelcoDocumentCheck = {
  about: "document",
  id: "creator-organization",
  title: { en: "Organization that made the SBOM", de: "Organisation, von der die SBOM stammt" },
  clause: `${GUIDE}: Creator, with Organization`,
  remedy: remedy(
    "Write `Organization: …` into `creationInfo.creators`.",
    "`Organization: …` in `creationInfo.creators` schreiben.",
  ),
  read: ({ document }) => stateIf(hasCreator(document, /^Organization:\s*(?!NOASSERTION\b)\S/)),
};
