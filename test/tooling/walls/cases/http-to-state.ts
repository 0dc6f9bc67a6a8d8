// place: workers/http
// refused: TS6307
// promise: workers/http is HTTP only
export * as value from "../state/site-context.ts";
