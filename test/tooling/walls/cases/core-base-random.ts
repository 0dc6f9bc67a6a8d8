// place: core/base
// refused: pure(no-clock)
// promise: pure code rolls no dice
export const value = Math.random();
