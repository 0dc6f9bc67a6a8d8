import type { SbomContent } from "../../view/sbom-content.ts";
import { defineProfile } from "../evaluate-profile.ts";
import type { BsiView } from "./bsi-view.ts";
import { toRule, type ComponentCheck } from "./check.ts";
import { ARCHIVE } from "./checks/archive.ts";
import { BOM_REFERENCE } from "./checks/bom-reference.ts";
import { COMPONENT_CREATOR } from "./checks/component-creator.ts";
import { COMPONENT_NAME } from "./checks/component-name.ts";
import { COMPONENT_VERSION } from "./checks/component-version.ts";
import { DEPENDENCIES } from "./checks/dependencies.ts";
import { DEPLOYABLE_HASH } from "./checks/deployable-hash.ts";
import { DEPLOYABLE_URI } from "./checks/deployable-uri.ts";
import { DISTRIBUTION_LICENSES } from "./checks/distribution-licenses.ts";
import { EFFECTIVE_LICENSE } from "./checks/effective-license.ts";
import { EXECUTABLE } from "./checks/executable.ts";
import { FILENAME } from "./checks/filename.ts";
import { FORMAT } from "./checks/format.ts";
import { IDENTIFIERS } from "./checks/identifiers.ts";
import { LEVEL_OF_DETAIL } from "./checks/level-of-detail.ts";
import { NO_VULNERABILITIES } from "./checks/no-vulnerabilities.ts";
import { ORIGINAL_LICENSES } from "./checks/original-licenses.ts";
import { SBOM_CREATOR } from "./checks/sbom-creator.ts";
import { SBOM_URI } from "./checks/sbom-uri.ts";
import { SECURITY_TXT } from "./checks/security-txt.ts";
import { SOURCE_HASH } from "./checks/source-hash.ts";
import { SOURCE_URI } from "./checks/source-uri.ts";
import { STRUCTURED } from "./checks/structured.ts";
import { SBOM_TIMESTAMP } from "./checks/timestamp.ts";
import { countKinds } from "./count-kinds.ts";
import { viewCycloneDx } from "./view-cyclonedx.ts";
import { DESCRIBED_COMPONENT } from "./described-component.ts";
import { viewSpdx3 } from "./view-spdx3.ts";

/** Checks of components in the order of the guideline's tables. */
export const COMPONENT_CHECKS: readonly ComponentCheck[] = [
  COMPONENT_CREATOR,
  COMPONENT_NAME,
  COMPONENT_VERSION,
  FILENAME,
  DEPENDENCIES,
  DISTRIBUTION_LICENSES,
  DEPLOYABLE_HASH,
  EXECUTABLE,
  ARCHIVE,
  STRUCTURED,
  SOURCE_URI,
  DEPLOYABLE_URI,
  IDENTIFIERS,
  ORIGINAL_LICENSES,
  EFFECTIVE_LICENSE,
  SOURCE_HASH,
  SECURITY_TXT,
  BOM_REFERENCE,
];

/** The technical guideline of the German Federal Office for Information Security, of 2025-08-20. */
export const BSI_TR_03183_2 = defineProfile({
  id: "bsi-tr-03183-2",
  title: "BSI TR-03183-2 v2.1.0",
  url: "https://www.bsi.bund.de/EN/Themen/Unternehmen-und-Organisationen/Standards-und-Zertifizierung/Technische-Richtlinien/TR-nach-Thema-sortiert/tr03183/TR-03183_node.html",
  acceptsUnknown: false,
  formatRule: FORMAT,
  view: viewBsi,
  rules: [SBOM_CREATOR, SBOM_TIMESTAMP, SBOM_URI, NO_VULNERABILITIES, LEVEL_OF_DETAIL, ...COMPONENT_CHECKS.map(toRule)],
  remarks: countKinds,
  floor: DESCRIBED_COMPONENT,
});

/** SPDX 2 has no members for what the guideline wants. */
function viewBsi(content: SbomContent): BsiView | undefined {
  if (content.kind === "CycloneDX") return viewCycloneDx(content.document);
  return content.kind === "SPDX3" ? viewSpdx3(content.document) : undefined;
}
