// place: workers/badges
// refused: eslint(no-restricted-imports)
// promise: a worker runs without Node
import { readFileSync } from "node:fs";

export const value = readFileSync("x");
