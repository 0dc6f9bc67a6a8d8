// place: core/trust
// refused: TS6307
// promise: core/trust climbs down only: core/compliance/certificates/certificate.ts is above or beside it
export * as value from "#core/compliance/certificates/certificate.ts";
