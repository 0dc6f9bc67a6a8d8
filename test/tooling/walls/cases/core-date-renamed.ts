// place: core/base
// refused: pure(no-clock)
// promise: pure code has no clock: also under another name
const Clock = Date;

export const value = new Clock(0);
