// place: core/standards
// refused: eslint(no-restricted-globals)
// promise: what decodes an address has an answer for every text
export const value = decodeURIComponent("%-");
