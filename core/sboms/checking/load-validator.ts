import type { SchemaValidator } from "#core/base/schema-error.ts";

import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import type { CycloneDxVersion, SpdxVersion } from "./sbom-format.ts";
import type { SpdxDocument } from "../formats/spdx2/spdx.ts";

/** Each validator is 100 to 700 kB of code; an isolate pays only for the versions it meets. */
const CYCLONEDX_LOADERS: Record<CycloneDxVersion, () => Promise<{ readonly validate: SchemaValidator<CycloneDxBom> }>> =
  {
    "1.2": () => import("#schemas/compiled/cyclonedx-1.2.js"),
    "1.3": () => import("#schemas/compiled/cyclonedx-1.3.js"),
    "1.4": () => import("#schemas/compiled/cyclonedx-1.4.js"),
    "1.5": () => import("#schemas/compiled/cyclonedx-1.5.js"),
    "1.6": () => import("#schemas/compiled/cyclonedx-1.6.js"),
    "1.7": () => import("#schemas/compiled/cyclonedx-1.7.js"),
  };

const SPDX_LOADERS: Record<SpdxVersion, () => Promise<{ readonly validate: SchemaValidator<SpdxDocument> }>> = {
  "2.2": () => import("#schemas/compiled/spdx-2.2.js"),
  "2.3": () => import("#schemas/compiled/spdx-2.3.js"),
};

/** The validator of the official JSON schema of a CycloneDX version. */
export async function loadCycloneDxValidator(version: CycloneDxVersion): Promise<SchemaValidator<CycloneDxBom>> {
  return (await CYCLONEDX_LOADERS[version]()).validate;
}

/** The validator of our schema of an SPDX version; it gives the verdicts of the official one. */
export async function loadSpdxValidator(version: SpdxVersion): Promise<SchemaValidator<SpdxDocument>> {
  return (await SPDX_LOADERS[version]()).validate;
}
