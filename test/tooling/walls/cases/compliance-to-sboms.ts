// place: core/compliance
// refused: TS6307
// promise: core/compliance climbs down only: core/sboms/purl/purl.ts is above or beside it
export * as value from "#core/sboms/purl/purl.ts";
