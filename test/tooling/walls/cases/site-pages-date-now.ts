// place: site/pages
// refused: pure(no-clock)
// promise: pure code has no clock
export const value = Date.now();
