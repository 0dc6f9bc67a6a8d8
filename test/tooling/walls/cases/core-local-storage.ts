// place: core/standards
// refused: TS2304
// promise: the core knows no host: local-storage
export const value: unknown = localStorage.getItem("x");
