/**
 * CycloneDX JSON as far as we read it, the same for versions 1.2 to 1.7. A document is typed so once its schema has
 * accepted it; the schemas themselves come from `@cyclonedx/cyclonedx-library`.
 */

/** A document. */
export interface CycloneDxBom {
  readonly bomFormat: "CycloneDX";
  readonly specVersion: string;
  /** `urn:uuid:…`, the same for all versions of one BOM. */
  readonly serialNumber?: string;
  /** Counts from 1 under one serial number. */
  readonly version?: number;
  readonly metadata?: CycloneDxMetadata;
  readonly components?: readonly CycloneDxComponent[];
  readonly services?: readonly CycloneDxService[];
  readonly dependencies?: readonly CycloneDxDependency[];
  readonly vulnerabilities?: readonly unknown[];
}

/** Who made the document, when, about what. */
export interface CycloneDxMetadata {
  /** RFC 3339. */
  readonly timestamp?: string;
  /** What the document is about. */
  readonly component?: CycloneDxComponent;
}

/** A piece of software (or hardware, or data); may contain others. */
export interface CycloneDxComponent {
  readonly type: string;
  readonly name: string;
  readonly "bom-ref"?: string;
  readonly group?: string;
  /** Optional since 1.4. */
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly CycloneDxLicenseChoice[];
  readonly hashes?: readonly CycloneDxHash[];
  readonly components?: readonly CycloneDxComponent[];
}

/** A license by SPDX id, by name, or as an SPDX expression. */
export interface CycloneDxLicenseChoice {
  readonly license?: { readonly id?: string; readonly name?: string };
  readonly expression?: string;
}

/** For example `{ alg: "SHA-512", content: "…hex…" }`. */
export interface CycloneDxHash {
  readonly alg: string;
  readonly content: string;
}

/** A service that the subject calls or offers; may contain others. */
export interface CycloneDxService {
  readonly name: string;
  readonly "bom-ref"?: string;
  readonly services?: readonly CycloneDxService[];
}

/** The direct dependencies of one component or service. */
export interface CycloneDxDependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
  readonly provides?: readonly string[];
}
