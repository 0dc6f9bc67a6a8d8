// place: workers/app
// refused: TS6307
// promise: what ships does not use its tools
export * as value from "../../tooling/cli/paint.ts";
