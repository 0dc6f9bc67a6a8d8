// place: core/base
// refused: pure(no-clock)
// promise: pure code has no clock: also by a computed name
export const value = Date["now"]();
