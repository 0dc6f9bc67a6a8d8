// place: site/pages
// refused: TS6307
// promise: pages know no worker
export * as value from "../../workers/standing/result-store.ts";
