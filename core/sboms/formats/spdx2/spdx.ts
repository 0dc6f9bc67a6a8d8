/**
 * SPDX 2.2 and 2.3 JSON as far as we read it. Members that real documents leave out are optional here, also where a version
 * requires them; see `tolerate-spdx.ts`.
 */

/** A document. */
export interface SpdxDocument {
  readonly SPDXID: string;
  readonly spdxVersion: string;
  readonly name: string;
  /** Of the document itself, always `CC0-1.0`. */
  readonly dataLicense?: string;
  /** A URI that no other document has. */
  readonly documentNamespace?: string;
  readonly creationInfo: {
    /** RFC 3339. */
    readonly created: string;
    readonly creators?: readonly string[];
    readonly comment?: string;
  };
  readonly documentDescribes?: readonly string[];
  readonly packages?: readonly SpdxPackage[];
  /** Licenses that are not on the SPDX list. */
  readonly hasExtractedLicensingInfos?: readonly { readonly licenseId?: string }[];
  readonly files?: readonly { readonly SPDXID: string }[];
  readonly snippets?: readonly { readonly SPDXID: string }[];
  readonly relationships?: readonly SpdxRelationship[];
}

/** A package: SPDX's word for a component. */
export interface SpdxPackage {
  readonly SPDXID: string;
  readonly name: string;
  readonly versionInfo?: string;
  /** `Organization: …`, `Person: …` or `NOASSERTION`. */
  readonly supplier?: string;
  readonly originator?: string;
  /** In capitals, since 2.3. */
  readonly primaryPackagePurpose?: string;
  /** An expression, `NONE` or `NOASSERTION`. */
  readonly licenseConcluded?: string;
  readonly licenseDeclared?: string;
  readonly checksums?: readonly { readonly algorithm: string; readonly checksumValue: string }[];
  readonly externalRefs?: readonly { readonly referenceType: string; readonly referenceLocator: string }[];
  readonly hasFiles?: readonly string[];
  readonly downloadLocation?: string;
  readonly copyrightText?: string;
  /** Left out, it is true. */
  readonly filesAnalyzed?: boolean;
  readonly licenseInfoFromFiles?: readonly string[];
  readonly packageVerificationCode?: { readonly packageVerificationCodeValue?: string };
}

/** How two elements relate: `SPDXRef-A DEPENDS_ON SPDXRef-B`. */
interface SpdxRelationship {
  readonly spdxElementId: string;
  readonly relatedSpdxElement: string;
  readonly relationshipType: string;
}
