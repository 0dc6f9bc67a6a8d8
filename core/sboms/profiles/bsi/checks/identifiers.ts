import { CLAUSE, type ComponentCheck } from "../check.ts";
import { parsePurl } from "../../../purl/parse-purl.ts";
import { isCpe } from "../../../semantics/judge-cpe.ts";
import type { Identifier } from "../bsi-view.ts";
import { ABSENT, PRESENT, wrong } from "../fault.ts";

const BAD = {
  purl: { en: "{} is no package URL", de: "{} ist keine Package-URL" },
  cpe: { en: "{} is no CPE", de: "{} ist keine CPE" },
  swid: { en: "{} is no SWID tag", de: "{} ist kein SWID-Tag" },
} as const;

function isPlausible({ kind, text }: Identifier): boolean {
  switch (kind) {
    case "purl":
      return parsePurl(text).ok;
    case "cpe":
      return isCpe(text);
    case "swid":
      return text.trim() !== "";
  }
}

/** C13: identifiers that others can look up, if there are any. */
export const IDENTIFIERS: ComponentCheck = {
  id: "unique-identifiers",
  title: { en: "Other unique identifiers", de: "Weitere eindeutige Kennungen" },
  clause: CLAUSE.componentAdditional,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: "Write `purl`, `cpe` or `swid.tagId`.",
      de: "`purl`, `cpe` oder `swid.tagId` schreiben.",
    },
    SPDX: {
      en: "Write `software_packageUrl`, or an `externalIdentifier` of type `packageUrl`, `cpe23` or `swid`.",
      de: "`software_packageUrl` oder einen `externalIdentifier` vom Typ `packageUrl`, `cpe23` oder `swid` schreiben.",
    },
  },
  kinds: ["full", "logical", "identified"],
  judge: ({ identifiers }) => {
    if (identifiers.length === 0) return ABSENT;
    const bad = identifiers.find((identifier) => !isPlausible(identifier));
    return bad === undefined ? PRESENT : wrong(BAD[bad.kind], bad);
  },
};
