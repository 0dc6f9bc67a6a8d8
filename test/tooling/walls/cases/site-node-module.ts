// place: site/pages
// refused: TS2307|TS2591
// promise: pages read no files
import { readFileSync } from "node:fs";

export const value = readFileSync("x");
