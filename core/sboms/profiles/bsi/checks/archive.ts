import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeProperty } from "../judge-property.ts";

/** C9: whether the file is an archive. */
export const ARCHIVE: ComponentCheck = {
  id: "archive-property",
  title: { en: "Archive property", de: "Eigenschaft: Archiv" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write the property `bsi:component:archive` with `archive` or `no archive`.",
      de: "Die Eigenschaft `bsi:component:archive` mit `archive` oder `no archive` schreiben.",
    },
    SPDX: {
      en: "Say `archive` in `software_additionalPurpose` of the file, or leave it out.",
      de: "`archive` in `software_additionalPurpose` der Datei nennen oder weglassen.",
    },
  },
  kinds: ["full"],
  judge: ({ archive }) => judgeProperty(archive, ["archive", "no archive"]),
};
