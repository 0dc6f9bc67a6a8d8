// place: workers/sboms
// refused: TS6307
// promise: a slice never imports another: sboms and reports meet in workers/app
export * as value from "../reports/report-store.ts";
