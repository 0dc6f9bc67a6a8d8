// place: workers/badges
// refused: TS6307
// promise: a slice never imports another: badges and certificates meet in workers/app
export * as value from "../certificates/certificate-store.ts";
