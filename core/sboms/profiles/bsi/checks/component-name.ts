import { CLAUSE, type ComponentCheck } from "../check.ts";
import { PRESENT, missing } from "../fault.ts";

/** C2: the name that the creator gave. */
export const COMPONENT_NAME: ComponentCheck = {
  id: "component-name",
  title: { en: "Name of the component", de: "Name der Komponente" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write `name`; a component without one is called by its filename.",
      de: "`name` schreiben; eine Komponente ohne Namen heißt wie ihre Datei.",
    },
    SPDX: {
      en: "Write `name`; a package without one is called by its filename.",
      de: "`name` schreiben; ein Paket ohne Namen heißt wie seine Datei.",
    },
  },
  kinds: ["full", "logical", "identified", "referenced"],
  judge: ({ name }) => ((name?.text.trim() ?? "") === "" ? missing() : PRESENT),
};
