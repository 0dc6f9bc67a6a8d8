// place: workers/badges
// refused: TS6307
// promise: a slice does not know who joins it
export * as value from "../app/index.ts";
