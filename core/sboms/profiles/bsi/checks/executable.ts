import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeProperty } from "../judge-property.ts";

/** C8: whether the file can be executed. */
export const EXECUTABLE: ComponentCheck = {
  id: "executable-property",
  title: { en: "Executable property", de: "Eigenschaft: ausführbar" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write the property `bsi:component:executable` with `executable` or `non-executable`.",
      de: "Die Eigenschaft `bsi:component:executable` mit `executable` oder `non-executable` schreiben.",
    },
    SPDX: {
      en: "Say `executable` in `software_additionalPurpose` of the file, or leave it out.",
      de: "`executable` in `software_additionalPurpose` der Datei nennen oder weglassen.",
    },
  },
  kinds: ["full"],
  judge: ({ executable }) => judgeProperty(executable, ["executable", "non-executable"]),
};
