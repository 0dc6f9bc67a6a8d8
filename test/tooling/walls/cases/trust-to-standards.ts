// place: core/trust
// refused: TS6307
// promise: core/trust climbs down only: core/standards/documents/document-id.ts is above or beside it
export * as value from "#core/standards/documents/document-id.ts";
