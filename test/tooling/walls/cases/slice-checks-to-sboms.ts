// place: workers/checks
// refused: TS6307
// promise: a slice never imports another: checks and sboms meet in workers/app
export * as value from "../sboms/sbom-json.ts";
