// place: core/compliance
// refused: pure(no-clock)
// promise: pure code rolls no dice
export const value = Math.random();
