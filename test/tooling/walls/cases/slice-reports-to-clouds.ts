// place: workers/reports
// refused: TS6307
// promise: a slice never imports another: reports and clouds meet in workers/app
export * as value from "../clouds/page-routes.ts";
