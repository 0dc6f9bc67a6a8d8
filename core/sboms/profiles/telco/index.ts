import { defineProfile } from "../evaluate-profile.ts";
import { CREATED } from "./checks/created.ts";
import { CREATOR_ORGANIZATION } from "./checks/creator-organization.ts";
import { CREATOR_TOOL } from "./checks/creator-tool.ts";
import { DATA_LICENSE } from "./checks/data-license.ts";
import { DOCUMENT_NAME } from "./checks/document-name.ts";
import { DOCUMENT_NAMESPACE } from "./checks/document-namespace.ts";
import { FORMAT } from "./checks/format.ts";
import { PACKAGE_CHECKSUM } from "./checks/package-checksum.ts";
import { PACKAGE_COPYRIGHT_TEXT } from "./checks/package-copyright-text.ts";
import { PACKAGE_DOWNLOAD_LOCATION } from "./checks/package-download-location.ts";
import { PACKAGE_LICENSE_CONCLUDED } from "./checks/package-license-concluded.ts";
import { PACKAGE_LICENSE_DECLARED } from "./checks/package-license-declared.ts";
import { PACKAGE_NAME } from "./checks/package-name.ts";
import { PACKAGE_PURL } from "./checks/package-purl.ts";
import { PACKAGE_SUPPLIER } from "./checks/package-supplier.ts";
import { PACKAGE_VERSION } from "./checks/package-version.ts";
import { RELATIONSHIP_CONTAINS } from "./checks/relationship-contains.ts";
import { RELATIONSHIP_DESCRIBES } from "./checks/relationship-describes.ts";
import { SBOM_TYPE } from "./checks/sbom-type.ts";
import { KNOWN_PACKAGE } from "./known-package.ts";
import { viewTelco } from "./telco-view.ts";

/** What telecommunication companies agreed to ask of each other's SBOMs; `SPDXID` is proved by the check that comes before. */
export const OPENCHAIN_TELCO = defineProfile({
  id: "openchain-telco",
  title: "OpenChain Telco SBOM Guide 1.1",
  url: "https://openchainproject.org/telco-sbom-guide",
  acceptsUnknown: true,
  formatRule: FORMAT,
  view: viewTelco,
  floor: KNOWN_PACKAGE,
  rules: [
    DATA_LICENSE,
    DOCUMENT_NAME,
    DOCUMENT_NAMESPACE,
    CREATOR_ORGANIZATION,
    CREATOR_TOOL,
    CREATED,
    SBOM_TYPE,
    RELATIONSHIP_DESCRIBES,
    RELATIONSHIP_CONTAINS,
    PACKAGE_NAME,
    PACKAGE_VERSION,
    PACKAGE_SUPPLIER,
    PACKAGE_DOWNLOAD_LOCATION,
    PACKAGE_LICENSE_CONCLUDED,
    PACKAGE_LICENSE_DECLARED,
    PACKAGE_COPYRIGHT_TEXT,
    PACKAGE_CHECKSUM,
    PACKAGE_PURL,
  ],
});
