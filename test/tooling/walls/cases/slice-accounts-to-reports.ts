// place: workers/accounts
// refused: TS6307
// promise: a slice never imports another: accounts and reports meet in workers/app
export * as value from "../reports/report-store.ts";
