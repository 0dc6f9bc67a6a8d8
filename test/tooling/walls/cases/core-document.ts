// place: core/standards
// refused: TS2584
// promise: the core knows no host: document
export const value: unknown = document.title;
