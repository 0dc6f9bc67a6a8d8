// place: core/base
// refused: typescript(triple-slash-reference)
// promise: no file brings a library of its own
/// <reference lib="dom" />
export const value = 1;
