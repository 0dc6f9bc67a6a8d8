// place: core/api
// refused: TS2584
// promise: no browser in core/api
export const value: unknown = document;
