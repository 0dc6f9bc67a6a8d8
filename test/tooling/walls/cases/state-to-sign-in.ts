// place: workers/state
// refused: TS6307
// promise: published states know nobody who signs in
export * as value from "../sign-in/sign-in.ts";
