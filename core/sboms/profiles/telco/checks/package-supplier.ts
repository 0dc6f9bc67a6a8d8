import { stateText } from "../../../view/statement.ts";
import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";

/** Who delivers the package. */
export const PACKAGE_SUPPLIER: TelcoPackageCheck = {
  about: "component",
  id: "package-supplier",
  title: { en: "Supplier of the package", de: "Lieferant des Pakets" },
  clause: `${GUIDE}: PackageSupplier`,
  remedy: remedy("Write `supplier`.", "`supplier` schreiben."),
  read: ({ one }) => stateText(one.supplier),
};
