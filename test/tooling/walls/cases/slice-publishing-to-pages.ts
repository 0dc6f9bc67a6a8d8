// place: workers/publishing
// refused: TS6307
// promise: a slice never imports another: publishing and pages meet in workers/app
export * as value from "../pages/search/search-store.ts";
