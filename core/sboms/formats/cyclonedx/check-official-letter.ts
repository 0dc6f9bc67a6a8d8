import type { CycloneDxBom } from "./cyclonedx.ts";
import type { FindingReport } from "../../checking/finding-report.ts";
import { quoteValue } from "../../checking/quote-value.ts";
import { documentationOf, type CycloneDxFormat, type CycloneDxVersion } from "../../checking/sbom-format.ts";

/** Versions whose official schema requires `version`; the copy that tools carry has dropped it. */
const WANT_VERSION = new Set<CycloneDxVersion>(["1.2", "1.3", "1.4"]);
/** Versions whose official schema allows one `$schema` only. */
const WANT_SCHEMA = new Set<CycloneDxVersion>(["1.4", "1.5"]);

/** What the official schemas say and the schemas that we check with do not: an error for the strict, a note for others. */
export function checkOfficialLetter(
  bom: CycloneDxBom,
  format: CycloneDxFormat,
  isStrict: boolean,
  report: FindingReport,
): void {
  const { version } = format;
  const source = { clause: `CycloneDX ${version} JSON schema, as published`, url: documentationOf(format) };
  if (bom.version === undefined && WANT_VERSION.has(version)) {
    report.add(isStrict ? "error" : "note", { ruleId: "sbom-document-version" }, () => ({
      message: `\`version\` is missing, CycloneDX ${version} requires it; expected 1, and one more with every change`,
      pointer: "",
      source,
      repair: { kind: "add", name: "version", value: 1, description: "Write `version` 1" },
    }));
  }
  const address = `http://cyclonedx.org/schema/bom-${version}.schema.json`;
  const { $schema: named } = bom;
  if (isStrict && named !== undefined && named !== address && WANT_SCHEMA.has(version)) {
    report.add("error", { ruleId: "sbom-schema", kind: "$schema" }, () => ({
      message: `Unexpected ${quoteValue(named)}, expected ${quoteValue(address)}`,
      pointer: "/$schema",
      source,
      repair: { kind: "replace", value: address, description: `Write ${quoteValue(address)}` },
    }));
  }
}
