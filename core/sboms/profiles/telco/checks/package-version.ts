import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";

/** Which of several versions the package is. */
export const PACKAGE_VERSION: TelcoPackageCheck = {
  about: "component",
  id: "package-version",
  title: { en: "Version of the package", de: "Version des Pakets" },
  clause: `${GUIDE}: PackageVersion`,
  remedy: remedy("Write `versionInfo`.", "`versionInfo` schreiben."),
  read: ({ one }) => stateText(one.versionInfo),
};
