// place: core/trust
// refused: TS2584
// promise: no browser in core/trust
export const value: unknown = document;
