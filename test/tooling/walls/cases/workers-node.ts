// place: workers/badges
// refused: TS2307|TS2591
// promise: a worker runs without Node
import { readFileSync } from "node:fs";

export const value = readFileSync("x");
