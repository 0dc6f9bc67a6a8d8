/**
 * CycloneDX JSON as far as we read it, the same for versions 1.2 to 1.7. A document is typed so once its schema has
 * accepted it; the schemas themselves come from `@cyclonedx/cyclonedx-library`.
 */

/** A document. */
export interface CycloneDxBom {
  readonly $schema?: string;
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
  readonly compositions?: readonly CycloneDxComposition[];
  readonly vulnerabilities?: readonly unknown[];
  /** A signature in JSON Signature Format. */
  readonly signature?: unknown;
}

/** Who made the document, when, about what. */
interface CycloneDxMetadata {
  /** RFC 3339. */
  readonly timestamp?: string;
  /** What the document is about. */
  readonly component?: CycloneDxComponent;
  readonly authors?: readonly CycloneDxContact[];
  /** Who made the document; since 1.6. */
  readonly manufacturer?: CycloneDxOrganization;
  readonly supplier?: CycloneDxOrganization;
  /** A list of tools before 1.5. */
  readonly tools?:
    | readonly CycloneDxTool[]
    | { readonly components?: readonly CycloneDxTool[]; readonly services?: readonly CycloneDxTool[] };
  readonly lifecycles?: readonly { readonly phase?: string; readonly name?: string }[];
}

/** An organization; every member is optional. */
export interface CycloneDxOrganization {
  readonly name?: string;
  readonly url?: readonly string[];
  readonly contact?: readonly CycloneDxContact[];
}

/** A person. */
interface CycloneDxContact {
  readonly name?: string;
  readonly email?: string;
}

/** What made the document. */
export interface CycloneDxTool {
  readonly name?: string;
  readonly version?: string;
}

/** How complete a part of the document is. */
interface CycloneDxComposition {
  readonly aggregate: string;
  readonly assemblies?: readonly string[];
  readonly dependencies?: readonly string[];
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
  readonly supplier?: CycloneDxOrganization;
  readonly manufacturer?: CycloneDxOrganization;
  readonly publisher?: string;
  /** Who wrote it; `authors` since 1.6. */
  readonly author?: string;
  readonly authors?: readonly CycloneDxContact[];
  readonly cpe?: string;
  readonly swid?: { readonly tagId?: string };
  readonly swhid?: readonly string[];
  readonly omniborId?: readonly string[];
  readonly properties?: readonly CycloneDxProperty[];
  readonly externalReferences?: readonly CycloneDxExternalReference[];
  /** `required`, `optional`, or `excluded`: known, but not delivered. */
  readonly scope?: string;
  /** The environment provides the component; since 1.7. */
  readonly isExternal?: boolean;
}

/** A fact that the format has no member for. */
export interface CycloneDxProperty {
  readonly name?: string;
  readonly value?: string;
}

/** A document or file elsewhere. */
export interface CycloneDxExternalReference {
  /** Such as `distribution`, `source-distribution`, `bom`, `rfc-9116`. */
  readonly type: string;
  readonly url: string;
  readonly hashes?: readonly CycloneDxHash[];
}

/** A license by SPDX id, by name, or as an SPDX expression. */
export interface CycloneDxLicenseChoice {
  readonly license?: {
    readonly id?: string;
    readonly name?: string;
    readonly url?: string;
    readonly acknowledgement?: string;
  };
  readonly expression?: string;
  /** `declared` by who made the component, or `concluded` by who made the document; since 1.6. */
  readonly acknowledgement?: string;
}

/** For example `{ alg: "SHA-512", content: "…hex…" }`. */
export interface CycloneDxHash {
  readonly alg: string;
  readonly content: string;
}

/** A service that the subject calls or offers; may contain others. */
export interface CycloneDxService {
  readonly name: string;
  readonly group?: string;
  readonly "bom-ref"?: string;
  readonly services?: readonly CycloneDxService[];
}

/** The direct dependencies of one component or service. */
interface CycloneDxDependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
  readonly provides?: readonly string[];
}
