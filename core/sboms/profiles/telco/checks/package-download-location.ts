import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { stateOrRepair } from "../state-or-repair.ts";

/** Where the package comes from. */
export const PACKAGE_DOWNLOAD_LOCATION: TelcoPackageCheck = {
  about: "component",
  id: "package-download-location",
  title: { en: "Download location", de: "Bezugsquelle" },
  clause: `${GUIDE}: PackageDownloadLocation`,
  remedy: remedy("Write `downloadLocation`.", "`downloadLocation` schreiben."),
  read: (component) => stateOrRepair(component, "downloadLocation"),
};
