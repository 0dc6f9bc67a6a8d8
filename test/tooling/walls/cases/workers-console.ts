// place: workers/badges
// refused: eslint(no-console)
// promise: the worker logs in one place only
console.log("x");

export const value = 1;
