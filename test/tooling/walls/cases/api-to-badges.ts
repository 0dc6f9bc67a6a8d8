// place: core/api
// refused: TS6307
// promise: core/api climbs down only: core/badges/face.ts is above or beside it
export * as value from "#core/badges/face.ts";
