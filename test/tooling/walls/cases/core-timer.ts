// place: core/standards
// refused: TS2304
// promise: the core knows no host: timer
export const value: unknown = setTimeout(() => undefined, 1);
