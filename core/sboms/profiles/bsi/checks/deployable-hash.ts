import { CLAUSE, type ComponentCheck } from "../check.ts";
import { missing } from "../fault.ts";
import { judgeSha512 } from "../judge-sha512.ts";

const NO_FILE = missing({
  en: "Nothing says what file is delivered",
  de: "Nichts sagt, welche Datei geliefert wird",
});
const NO_HASH = missing({
  en: "The delivered file has no SHA-512",
  de: "Die gelieferte Datei hat keinen SHA-512",
});

/** C7: the SHA-512 of the file as it is delivered. */
export const DEPLOYABLE_HASH: ComponentCheck = {
  id: "deployable-hash",
  title: { en: "Hash of the deployable component", de: "Hashwert der ausführbaren Komponente" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write an entry in `externalReferences` of type `distribution` with a `SHA-512` in its `hashes`; `hashes` of the component do not count.",
      de: "Einen Eintrag vom Typ `distribution` in `externalReferences` mit einem `SHA-512` in `hashes` schreiben; `hashes` der Komponente zählen nicht.",
    },
    SPDX: {
      en: "Write `verifiedUsing` with algorithm `sha512` on the distributed `software_File`.",
      de: "`verifiedUsing` mit dem Algorithmus `sha512` am verteilten `software_File` schreiben.",
    },
  },
  kinds: ["full"],
  judge: ({ deployables }) => judgeSha512(deployables) ?? (deployables.length === 0 ? NO_FILE : NO_HASH),
};
