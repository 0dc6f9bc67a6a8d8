import { CLAUSE, type DocumentCheck } from "../check.ts";
import { judgeContact } from "../judge-contact.ts";

/** S1: whoever answers for the SBOM can be reached. */
export const SBOM_CREATOR: DocumentCheck = {
  about: "document",
  id: "sbom-creator",
  title: { en: "Creator of the SBOM", de: "Ersteller der SBOM" },
  clause: CLAUSE.sbomRequired,
  remedy: {
    CycloneDX: {
      en: "Write `metadata.manufacturer.contact[].email`, or `metadata.manufacturer.url` if there is no address; `manufacturer` is an object, not a list.",
      de: "`metadata.manufacturer.contact[].email` schreiben, ohne Adresse `metadata.manufacturer.url`; `manufacturer` ist ein Objekt, keine Liste.",
    },
    SPDX: {
      en: "Give the agent of `CreationInfo.createdBy` an `externalIdentifier` of type `email`, or `urlScheme` if there is no address.",
      de: "Dem Akteur in `CreationInfo.createdBy` einen `externalIdentifier` vom Typ `email` geben, ohne Adresse `urlScheme`.",
    },
  },
  read: (view) => judgeContact(view.creator),
};
