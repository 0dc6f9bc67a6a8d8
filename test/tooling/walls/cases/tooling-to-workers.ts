// place: tooling
// refused: TS6307
// promise: the command line talks to the worker over HTTP
export * as value from "../workers/standing/result-store.ts";
