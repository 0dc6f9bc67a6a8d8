import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { stateOrRepair } from "../state-or-repair.ts";

/** Under which license the package is, in the words of its authors. */
export const PACKAGE_LICENSE_DECLARED: TelcoPackageCheck = {
  about: "component",
  id: "package-license-declared",
  title: { en: "Declared license", de: "Angegebene Lizenz" },
  clause: `${GUIDE}: PackageLicenseDeclared`,
  remedy: remedy("Write `licenseDeclared`.", "`licenseDeclared` schreiben."),
  read: (component) => stateOrRepair(component, "licenseDeclared"),
};
