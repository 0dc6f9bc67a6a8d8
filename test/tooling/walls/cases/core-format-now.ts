// place: core/base
// refused: pure(no-clock)
// promise: pure code has no clock: a format without an instant formats now
export const value = new Intl.DateTimeFormat("en").format();
