/** The SBOM formats we know, and which versions of them we can check. */

/** CycloneDX versions with a JSON schema, oldest first. */
export const CYCLONEDX_VERSIONS = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"] as const;

/** SPDX versions in plain JSON. */
export const SPDX_VERSIONS = ["2.2", "2.3"] as const;

/** A CycloneDX version with a JSON schema. */
export type CycloneDxVersion = (typeof CYCLONEDX_VERSIONS)[number];

/** An SPDX version in plain JSON. */
export type SpdxVersion = (typeof SPDX_VERSIONS)[number];

/** CycloneDX in a version that we check. */
export interface CycloneDxFormat {
  readonly name: "CycloneDX";
  readonly version: CycloneDxVersion;
}

/** SPDX in a version that we check. */
export interface SpdxFormat {
  readonly name: "SPDX";
  readonly version: SpdxVersion;
}

/** SPDX in its graph form, JSON-LD. */
export interface Spdx3Format {
  readonly name: "SPDX";
  readonly version: "3.0.1";
}

/** A format in a version that we check. */
export type SbomFormat = CycloneDxFormat | SpdxFormat | Spdx3Format;

/** Whether there is a JSON schema for this CycloneDX version. */
export function isCycloneDxVersion(version: string): version is CycloneDxVersion {
  return (CYCLONEDX_VERSIONS as readonly string[]).includes(version);
}

/** Whether this is an SPDX version in plain JSON. */
export function isSpdxVersion(version: string): version is SpdxVersion {
  return (SPDX_VERSIONS as readonly string[]).includes(version);
}

/** The exact media type of a document, as registered with IANA. */
export function mediaTypeOf(format: SbomFormat): string {
  return format.name === "SPDX" ? "application/spdx+json" : `application/vnd.cyclonedx+json; version=${format.version}`;
}

/** How the files of a format end by convention. */
export function fileEndingOf(format: SbomFormat): string {
  return format.name === "SPDX" ? ".spdx.json" : ".cdx.json";
}

/** Where the specification of a format can be read. */
export function documentationOf({ name, version }: SbomFormat): string {
  return name === "SPDX"
    ? `https://spdx.github.io/spdx-spec/v${version}/`
    : `https://cyclonedx.org/docs/${version}/json/`;
}
