// place: core/standards
// refused: TS2304
// promise: the core knows no host: performance
export const value: unknown = performance.now();
