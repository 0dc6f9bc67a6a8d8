// place: core/base
// refused: pure(no-clock)
// promise: pure code has no clock: Date() is the time as text
export const value = Date();
