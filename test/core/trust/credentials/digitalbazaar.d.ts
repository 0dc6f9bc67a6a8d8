/** The parts of the @digitalbazaar libraries that the oracle tests use; the packages bring no types. */
declare module "@digitalbazaar/data-integrity" {
  export const DataIntegrityProof: new (options: { readonly cryptosuite: object }) => object;
}
declare module "@digitalbazaar/eddsa-jcs-2022-cryptosuite" {
  export function createVerifyCryptosuite(): object;
}
declare module "@digitalbazaar/vc" {
  export function verifyCredential(options: object): Promise<{
    readonly verified: boolean;
    readonly statusResult?: { readonly results: readonly { readonly status: boolean }[] };
  }>;
}
declare module "@digitalbazaar/vc-bitstring-status-list" {
  export function checkStatus(options: object): Promise<{ readonly verified: boolean }>;
  export function createList(options: { readonly length: number }): Promise<{
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }>;
}
