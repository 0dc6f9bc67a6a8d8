// place: core/badges
// refused: TS2584
// promise: no browser in core/badges
export const value: unknown = document;
