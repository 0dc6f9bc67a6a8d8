// place: core/standards
// refused: TS2304
// promise: the core knows no host: crypto-random
export const value: unknown = crypto.randomUUID();
