// place: core/base
// refused: pure(no-global-this)
// promise: no way around by globalThis
export const value = globalThis;
