import { GUIDE, remedy, type TelcoPackageCheck } from "../guide.ts";
import { presentOrAbsent } from "../present-or-absent.ts";

/** By which the package's bytes are known again. */
export const PACKAGE_CHECKSUM: TelcoPackageCheck = {
  about: "component",
  id: "package-checksum",
  title: { en: "Checksum or verification code", de: "Prüfsumme oder Prüfcode" },
  clause: `${GUIDE}: PackageChecksum (recommended)`,
  tier: "optional",
  remedy: remedy("Write `checksums`.", "`checksums` schreiben."),
  read: ({ one: { checksums = [], packageVerificationCode } }) =>
    presentOrAbsent([
      ...checksums.map(({ checksumValue }) => checksumValue),
      packageVerificationCode?.packageVerificationCodeValue,
    ]),
};
