// place: core/compliance
// refused: TS6307
// promise: the core knows no worker
export * as value from "../../workers/standing/result-store.ts";
