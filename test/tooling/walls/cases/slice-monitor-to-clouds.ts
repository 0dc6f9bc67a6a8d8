// place: workers/monitor
// refused: TS6307
// promise: a slice never imports another: monitor and clouds meet in workers/app
export * as value from "../clouds/page-routes.ts";
