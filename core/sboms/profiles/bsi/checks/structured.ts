import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeProperty } from "../judge-property.ts";

/** C10: whether the metadata of the parts of an archive are still there. */
export const STRUCTURED: ComponentCheck = {
  id: "structured-property",
  title: { en: "Structured property", de: "Eigenschaft: strukturiert" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: "Write the property `bsi:component:structured` with `structured` or `unstructured`.",
      de: "Die Eigenschaft `bsi:component:structured` mit `structured` oder `unstructured` schreiben.",
    },
    SPDX: {
      en: "Say either `container` (structured) or `firmware` (unstructured) in `software_additionalPurpose` of the file.",
      de: "Entweder `container` (strukturiert) oder `firmware` (unstrukturiert) in `software_additionalPurpose` der Datei nennen.",
    },
  },
  kinds: ["full"],
  judge: ({ structured }) => judgeProperty(structured, ["structured", "unstructured"]),
};
