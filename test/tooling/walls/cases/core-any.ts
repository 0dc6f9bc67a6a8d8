// place: core/base
// refused: typescript(no-explicit-any)
// promise: no any
export const value: any = 1;
