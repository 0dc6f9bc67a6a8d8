import { CLAUSE, type ComponentCheck } from "../check.ts";
import { judgeLicenses } from "../judge-license-statement.ts";
import { ABSENT } from "../fault.ts";

/** C14: the licenses that the creator gave, if any. */
export const ORIGINAL_LICENSES: ComponentCheck = {
  id: "original-licenses",
  title: { en: "Original licenses", de: "Ursprüngliche Lizenzen" },
  clause: CLAUSE.componentAdditional,
  tier: "additional",
  remedy: {
    CycloneDX: {
      en: 'Write `licenses` with `"acknowledgement": "declared"`; two expressions need CycloneDX 1.7.',
      de: '`licenses` mit `"acknowledgement": "declared"` schreiben; zwei Ausdrücke brauchen CycloneDX 1.7.',
    },
    SPDX: {
      en: "Write a relationship `hasDeclaredLicense` to a `simplelicensing_LicenseExpression`.",
      de: "Eine Beziehung `hasDeclaredLicense` zu einer `simplelicensing_LicenseExpression` schreiben.",
    },
  },
  kinds: ["full", "logical"],
  judge: ({ licenses }) => {
    if (licenses.length === 0) return ABSENT;
    const declared = licenses.filter(({ acknowledgement }) => acknowledgement === "declared");
    return declared.length === 0 ? ABSENT : judgeLicenses(declared);
  },
};
