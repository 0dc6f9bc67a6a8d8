/** A scope that has a document among its modules. */
export interface ScopeInclusion {
  readonly name: string;
  readonly href: string;
  /** Names of the versions that include the document; none where it is a module of no version. */
  readonly versions: readonly string[];
  /** How many of its test cases check the document. */
  readonly testcaseCount: number;
}
