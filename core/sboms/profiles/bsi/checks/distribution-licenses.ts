import { CLAUSE, type ComponentCheck } from "../check.ts";
import { missing } from "../fault.ts";
import { judgeLicenses } from "../judge-license-statement.ts";

const NOT_CONCLUDED = missing({
  en: "There are licenses, but none is marked as concluded",
  de: "Es gibt Lizenzen, aber keine ist als `concluded` gekennzeichnet",
});

/** C6: the licenses under which the component may be used. */
export const DISTRIBUTION_LICENSES: ComponentCheck = {
  id: "distribution-licenses",
  title: { en: "Distribution licenses", de: "Distributionslizenzen" },
  clause: CLAUSE.componentRequired,
  remedy: {
    CycloneDX: {
      en: 'Write `licenses` with `"acknowledgement": "concluded"` and an SPDX `expression` or `license.id`.',
      de: '`licenses` mit `"acknowledgement": "concluded"` und einem SPDX-Ausdruck (`expression`) oder `license.id` schreiben.',
    },
    SPDX: {
      en: "Write a relationship `hasConcludedLicense` to a `simplelicensing_LicenseExpression`.",
      de: "Eine Beziehung `hasConcludedLicense` zu einer `simplelicensing_LicenseExpression` schreiben.",
    },
  },
  kinds: ["full", "logical"],
  judge: ({ licenses }) => {
    const concluded = licenses.filter(({ acknowledgement }) => acknowledgement === "concluded");
    if (concluded.length > 0) return judgeLicenses(concluded);
    return licenses.length === 0 ? missing() : NOT_CONCLUDED;
  },
};
