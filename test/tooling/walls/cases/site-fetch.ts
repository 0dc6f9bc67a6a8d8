// place: site/parts
// refused: TS2304
// promise: page templates know no host: fetch
export const value: unknown = await fetch("https://x.test/");
