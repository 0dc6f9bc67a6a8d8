// place: core/sboms
// refused: TS2584
// promise: no browser in core/sboms
export const value: unknown = document;
