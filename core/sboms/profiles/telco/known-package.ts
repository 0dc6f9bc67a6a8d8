import type { Floor } from "../profile.ts";
import { stateAny, stateText } from "../../view/statement.ts";
import { GUIDE, remedy } from "./guide.ts";
import type { TelcoPackage } from "./telco-view.ts";

/** One package at least is known: `NOASSERTION` everywhere follows the letter of the guide and tells nobody anything. */
export const KNOWN_PACKAGE: Floor<TelcoPackage> = {
  id: "known-package",
  title: { en: "A package of which something is known", de: "Ein Paket, von dem etwas bekannt ist" },
  clause: `${GUIDE}: PackageVersion, PackageSupplier, PackageLicenseConcluded, PackageLicenseDeclared`,
  remedy: remedy(
    "Say of one package at least who delivers it, in which version, or under which license.",
    "Von mindestens einem Paket Lieferant, Version oder Lizenz nennen.",
  ),
  reason: {
    en: "The document says of every package that nothing is known but its name",
    de: "Das Dokument sagt von jedem Paket, dass nichts als sein Name bekannt ist",
  },
  isMetBy: ({ one }) =>
    stateAny([one.versionInfo, one.supplier, one.licenseConcluded, one.licenseDeclared].map(stateText)) === "present",
};
