/** A package URL (purl, ECMA-427), decoded: what a package is called, in which ecosystem, in which version. */
export interface Purl {
  /** The ecosystem, in lower case: `npm`, `deb`, `oci`. */
  readonly type: string;
  /** Segments joined by `/`: a scope, a group id, a distribution. */
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  /** By key, in lower case; values are never empty. */
  readonly qualifiers: ReadonlyMap<string, string>;
  /** Path inside the package, segments joined by `/`. */
  readonly subpath?: string;
}

/** Why a text is no purl: a sentence that names what is there and what is expected. */
export interface PurlFault {
  readonly message: string;
}
