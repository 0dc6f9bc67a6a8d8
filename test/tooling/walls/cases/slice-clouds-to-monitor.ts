// place: workers/clouds
// refused: TS6307
// promise: a slice never imports another: clouds and monitor meet in workers/app
export * as value from "../monitor/monitor-routes.ts";
