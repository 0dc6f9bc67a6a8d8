import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { stateOrRepair } from "../state-or-repair.ts";

/** Under which license the package is, as found by whoever made the SBOM. */
export const PACKAGE_LICENSE_CONCLUDED: TelcoPackageCheck = {
  about: "component",
  id: "package-license-concluded",
  title: { en: "Concluded license", de: "Ermittelte Lizenz" },
  clause: `${GUIDE}: PackageLicenseConcluded`,
  remedy: remedy("Write `licenseConcluded`.", "`licenseConcluded` schreiben."),
  read: (component) => stateOrRepair(component, "licenseConcluded"),
};
