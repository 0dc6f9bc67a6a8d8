import { referenceTypeOf } from "../../../formats/spdx2/reference-type.ts";
import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { presentOrAbsent } from "../present-or-absent.ts";

/** By which the package is found in databases. */
export const PACKAGE_PURL: TelcoPackageCheck = {
  about: "component",
  id: "package-purl",
  title: { en: "Package URL", de: "Package-URL" },
  clause: `${GUIDE}: ExternalRef with purl (recommended)`,
  tier: "optional",
  remedy: remedy(
    "Write an `externalRefs` entry of type `purl`.",
    "Einen Eintrag vom Typ `purl` in `externalRefs` schreiben.",
  ),
  read: ({ one: { externalRefs = [] } }) =>
    presentOrAbsent(externalRefs.filter((one) => referenceTypeOf(one) === "purl").map((ref) => ref.referenceLocator)),
};
