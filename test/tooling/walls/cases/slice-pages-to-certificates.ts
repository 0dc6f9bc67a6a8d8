// place: workers/pages
// refused: TS6307
// promise: a slice never imports another: pages and certificates meet in workers/app
export * as value from "../certificates/certificate-store.ts";
