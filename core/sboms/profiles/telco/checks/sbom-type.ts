import { stateIf } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoDocumentCheck } from "../guide.ts";

/** CISA's words for how an SBOM came about. */
const CISA_TYPE = /\b(?:design|source|build|analy[sz]ed|deployed|runtime)\b/i;

/** How the SBOM came about. */
export const SBOM_TYPE: TelcoDocumentCheck = {
  about: "document",
  id: "sbom-type",
  title: { en: "Type of the SBOM", de: "Art der SBOM" },
  clause: `${GUIDE}: CreatorComment, with a CISA SBOM Type`,
  remedy: remedy(
    "Write the type (Design, Source, Build, Analyzed, Deployed, Runtime) into `creationInfo.comment`.",
    "Die Art (Design, Source, Build, Analyzed, Deployed, Runtime) in `creationInfo.comment` schreiben.",
  ),
  read: ({ document }) => stateIf(CISA_TYPE.test(document.creationInfo.comment ?? "")),
};
