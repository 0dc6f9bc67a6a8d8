// place: core/compliance
// refused: TS6307
// promise: core/compliance climbs down only: core/badges/face.ts is above or beside it
export * as value from "#core/badges/face.ts";
