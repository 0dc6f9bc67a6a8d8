import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";

/** What the package is called. */
export const PACKAGE_NAME: TelcoPackageCheck = {
  about: "component",
  id: "package-name",
  title: { en: "Name of the package", de: "Name des Pakets" },
  clause: `${GUIDE}: PackageName`,
  remedy: remedy("Write `name`.", "`name` schreiben."),
  acceptsUnknown: false,
  read: ({ one }) => stateText(one.name),
};
