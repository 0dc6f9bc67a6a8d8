import type { ComponentRule, RuleFacts } from "../profile.ts";
import { stateAny, stateText } from "../statement.ts";
import { GUIDE, remedy } from "./document-rules.ts";
import type { TelcoPackage } from "./telco-view.ts";

/** Tag of the guide, member of SPDX JSON, and what it is. */
const REQUIRED = [
  ["PackageName", "name", { en: "Name of the package", de: "Name des Pakets" }],
  ["PackageVersion", "versionInfo", { en: "Version of the package", de: "Version des Pakets" }],
  ["PackageSupplier", "supplier", { en: "Supplier of the package", de: "Lieferant des Pakets" }],
  ["PackageDownloadLocation", "downloadLocation", { en: "Download location", de: "Bezugsquelle" }],
  ["PackageLicenseConcluded", "licenseConcluded", { en: "Concluded license", de: "Ermittelte Lizenz" }],
  ["PackageLicenseDeclared", "licenseDeclared", { en: "Declared license", de: "Angegebene Lizenz" }],
  ["PackageCopyrightText", "copyrightText", { en: "Copyright text", de: "Urheberrechtsvermerk" }],
] as const satisfies readonly (readonly [string, keyof TelcoPackage["one"], RuleFacts["title"]])[];

/** Members that mean `NOASSERTION` when they are left out (SPDX 2.3, 7.7, 7.13, 7.15, 7.17), so it may as well be written. */
const SILENCE_IS_NOASSERTION: ReadonlySet<string> = new Set([
  "downloadLocation",
  "licenseConcluded",
  "licenseDeclared",
  "copyrightText",
]);

/** What the guide wants of every package; `SPDXID` is proved by the check that comes before. */
export const PACKAGE_RULES: readonly ComponentRule<TelcoPackage>[] = [
  ...REQUIRED.map(([tag, member, title]): ComponentRule<TelcoPackage> => ({
    about: "component",
    id: tag.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase(),
    title,
    clause: `${GUIDE}: ${tag}`,
    remedy: remedy(`Write \`${member}\`.`, `\`${member}\` schreiben.`),
    read: ({ one, pointer }) =>
      one[member] === undefined && SILENCE_IS_NOASSERTION.has(member)
        ? { outcome: "missing", repair: () => [{ op: "add", path: `${pointer}/${member}`, value: "NOASSERTION" }] }
        : stateText(one[member]),
  })),
  {
    about: "component",
    id: "package-checksum",
    title: { en: "Checksum or verification code", de: "Prüfsumme oder Prüfcode" },
    clause: `${GUIDE}: PackageChecksum (recommended)`,
    tier: "optional",
    remedy: remedy("Write `checksums`.", "`checksums` schreiben."),
    read: ({ one: { checksums = [], packageVerificationCode } }) =>
      orAbsent([
        ...checksums.map(({ checksumValue }) => checksumValue),
        packageVerificationCode?.packageVerificationCodeValue,
      ]),
  },
  {
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
      orAbsent(externalRefs.filter(({ referenceType }) => referenceType === "purl").map((ref) => ref.referenceLocator)),
  },
];

/** What is recommended may be left out. */
function orAbsent(texts: readonly (string | undefined)[]): "present" | "absent" {
  return stateAny(texts.map(stateText)) === "present" ? "present" : "absent";
}
