// place: core/standards
// refused: TS2304
// promise: the core knows no host: web-assembly
export const value: unknown = WebAssembly.validate(new Uint8Array());
