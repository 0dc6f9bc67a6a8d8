import type { SchemaValidator } from "#core/schema-error.ts";

import type { CycloneDxBom } from "./cyclonedx.ts";
import type { CycloneDxVersion } from "./sbom-format.ts";

/** Each validator is 100 to 700 kB of code; an isolate pays only for the versions it meets. */
const LOADERS: Record<CycloneDxVersion, () => Promise<{ readonly validate: SchemaValidator<CycloneDxBom> }>> = {
  "1.2": () => import("#schemas/compiled/cyclonedx-1.2.js"),
  "1.3": () => import("#schemas/compiled/cyclonedx-1.3.js"),
  "1.4": () => import("#schemas/compiled/cyclonedx-1.4.js"),
  "1.5": () => import("#schemas/compiled/cyclonedx-1.5.js"),
  "1.6": () => import("#schemas/compiled/cyclonedx-1.6.js"),
  "1.7": () => import("#schemas/compiled/cyclonedx-1.7.js"),
};

/** The validator of the official JSON schema of a CycloneDX version. */
export async function loadValidator(version: CycloneDxVersion): Promise<SchemaValidator<CycloneDxBom>> {
  return (await LOADERS[version]()).validate;
}
