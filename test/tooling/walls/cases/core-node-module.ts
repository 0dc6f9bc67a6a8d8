// place: core/base
// refused: TS2307|TS2591
// promise: the core reads no files
import { readFileSync } from "node:fs";

export const value = readFileSync("x");
