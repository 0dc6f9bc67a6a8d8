/** The SBOM formats we know, and which versions of them we can check. */

/** CycloneDX versions with a JSON schema, oldest first. */
export const CYCLONEDX_VERSIONS = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"] as const;

/** A CycloneDX version with a JSON schema. */
export type CycloneDxVersion = (typeof CYCLONEDX_VERSIONS)[number];

/** A format in a version that we check. */
export interface SbomFormat {
  readonly name: "CycloneDX";
  readonly version: CycloneDxVersion;
}

/** Whether there is a JSON schema for this CycloneDX version. */
export function isCycloneDxVersion(version: string): version is CycloneDxVersion {
  return (CYCLONEDX_VERSIONS as readonly string[]).includes(version);
}

/** The exact media type of a document (IANA registration of `application/vnd.cyclonedx+json`). */
export function mediaTypeOf(format: SbomFormat): string {
  return `application/vnd.cyclonedx+json; version=${format.version}`;
}
