// place: workers/certificates
// refused: TS6307
// promise: a slice never imports another: certificates and sboms meet in workers/app
export * as value from "../sboms/sbom-json.ts";
