/**
 * What a document says that can be judged without knowing its format: each fact with the place where it stands. Formats list
 * their facts (`cyclonedx-facts.ts`, `spdx-facts.ts`), checks judge them one by one.
 */

/** A statement of the document. `pointer` is made only when somebody asks: nearly all facts are in order. */
export type Fact =
  | { readonly kind: "purl"; readonly text: string; readonly pointer: () => string }
  | { readonly kind: "cpe"; readonly text: string; readonly pointer: () => string }
  | LicenseFact
  | { readonly kind: "date"; readonly text: string; readonly pointer: () => string }
  | { readonly kind: "url"; readonly text: string; readonly pointer: () => string }
  | HashFact;

/** A license expression, or the id of a license. */
export interface LicenseFact {
  readonly kind: "license";
  readonly text: string;
  readonly pointer: () => string;
}

/** A hash of something. */
export interface HashFact {
  readonly kind: "hash";
  /** As CycloneDX spells it: `SHA-256`, `BLAKE2b-512`. */
  readonly algorithm: string;
  /** Hexadecimal digits in any case. */
  readonly content: string;
  /** Of a single file, which may well be empty. */
  readonly isOfFile: boolean;
  readonly pointer: () => string;
}

/** Takes facts one after the other. */
export type FactVisitor = (fact: Fact) => void;
