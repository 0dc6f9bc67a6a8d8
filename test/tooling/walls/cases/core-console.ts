// place: core/standards
// refused: TS2584
// promise: the core knows no host: console
export const value: unknown = console.log("x");
