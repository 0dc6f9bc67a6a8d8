// place: site/parts
// refused: TS2304
// promise: page templates know no host: local-storage
export const value: unknown = localStorage.getItem("x");
