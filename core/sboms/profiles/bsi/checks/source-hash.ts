import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeSha512 } from "../judge-sha512.ts";
import { ABSENT } from "../fault.ts";

/** C16: the SHA-512 of the source code. */
export const SOURCE_HASH: ComponentCheck = {
  id: "source-hash",
  title: { en: "Hash of the source code", de: "Hashwert des Quellcodes" },
  clause: CLAUSE.componentOptional,
  tier: "optional",
  remedy: {
    CycloneDX: {
      en: "Write a `SHA-512` in the `hashes` of the reference of type `source-distribution`.",
      de: "Einen `SHA-512` in `hashes` des Verweises vom Typ `source-distribution` schreiben.",
    },
    SPDX: {
      en: "Write `verifiedUsing` with algorithm `sha512` on the source artifact.",
      de: "`verifiedUsing` mit dem Algorithmus `sha512` am Quellartefakt schreiben.",
    },
  },
  kinds: ["full"],
  judge: ({ sources }) => judgeSha512(sources) ?? ABSENT,
};
