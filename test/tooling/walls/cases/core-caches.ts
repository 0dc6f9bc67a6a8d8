// place: core/standards
// refused: TS2304
// promise: the core knows no host: caches
export const value: unknown = caches.open("x");
