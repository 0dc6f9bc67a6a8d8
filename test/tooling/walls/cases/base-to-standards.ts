// place: core/base
// refused: TS6307
// promise: core/base climbs down only: core/standards/documents/document-id.ts is above or beside it
export * as value from "#core/standards/documents/document-id.ts";
