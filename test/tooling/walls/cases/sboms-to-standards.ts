// place: core/sboms
// refused: TS6307
// promise: core/sboms climbs down only: core/standards/documents/document-id.ts is above or beside it
export * as value from "#core/standards/documents/document-id.ts";
