// place: core/base
// refused: TS2584
// promise: no browser in core/base
export const value: unknown = document;
