// place: core/standards
// refused: TS2304
// promise: the core knows no host: fetch
export const value: unknown = await fetch("https://x.test/");
