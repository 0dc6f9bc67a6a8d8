import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeContact } from "../judge-contact.ts";

/** C1: whoever made the component can be reached. */
export const COMPONENT_CREATOR: ComponentCheck = {
  id: "component-creator",
  title: { en: "Creator of the component", de: "Ersteller der Komponente" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write `manufacturer.contact[].email`, or `manufacturer.url` if there is no address.",
      de: "`manufacturer.contact[].email` schreiben, ohne Adresse `manufacturer.url`.",
    },
    SPDX: {
      en: "Give the agent of `originatedBy` an `externalIdentifier` of type `email`, or `other` with a URL.",
      de: "Dem Akteur in `originatedBy` einen `externalIdentifier` vom Typ `email` geben, oder `other` mit einer URL.",
    },
  },
  kinds: ["full", "logical", "identified", "referenced"],
  judge: ({ creator }) => judgeContact(creator),
};
