// place: site/parts
// refused: TS2584
// promise: page templates know no host: document
export const value: unknown = document.title;
