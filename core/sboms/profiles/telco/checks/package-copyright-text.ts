import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { stateOrRepair } from "../state-or-repair.ts";

/** Whose work the package is. */
export const PACKAGE_COPYRIGHT_TEXT: TelcoPackageCheck = {
  about: "component",
  id: "package-copyright-text",
  title: { en: "Copyright text", de: "Urheberrechtsvermerk" },
  clause: `${GUIDE}: PackageCopyrightText`,
  remedy: remedy("Write `copyrightText`.", "`copyrightText` schreiben."),
  read: (component) => stateOrRepair(component, "copyrightText"),
};
