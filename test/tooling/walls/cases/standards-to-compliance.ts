// place: core/standards
// refused: TS6307
// promise: core/standards climbs down only: core/compliance/standing/evaluate.ts is above or beside it
export * as value from "#core/compliance/standing/evaluate.ts";
