// place: core/standards
// refused: TS6307
// promise: the core draws no pages
export * as value from "#site/standards-index.ts";
