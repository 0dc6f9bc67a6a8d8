// place: core/base
// refused: pure(no-clock)
// promise: pure code has no clock: also taken apart
const { now } = Date;

export const value = now();
