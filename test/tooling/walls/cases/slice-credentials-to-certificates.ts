// place: workers/credentials
// refused: TS6307
// promise: a slice never imports another: credentials and certificates meet in workers/app
export * as value from "../certificates/certificate-store.ts";
