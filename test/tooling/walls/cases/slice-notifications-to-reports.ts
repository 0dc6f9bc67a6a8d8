// place: workers/notifications
// refused: TS6307
// promise: a slice never imports another: notifications and reports meet in workers/app
export * as value from "../reports/report-store.ts";
