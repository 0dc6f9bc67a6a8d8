// place: core/compliance
// refused: TS2584
// promise: no browser in core/compliance
export const value: unknown = document;
