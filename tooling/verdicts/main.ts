/** `node tooling/verdicts/main.ts`: measures the gate for changes on 2,000 mutations and writes docs/change-verdicts.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { measureVerdicts } from "./measure.ts";
import { readOriginals } from "./originals.ts";
import { writeReport } from "./report.ts";

const [COUNT, SEED] = [2_000, 1];
const root = process.cwd();
const originals = readOriginals(root);
if (originals.length === 0) {
  process.stderr.write("The corpus is not beside the repository (../shared/corpus); nothing is measured.\n");
  process.exitCode = 2;
} else {
  const measured = measureVerdicts(originals, COUNT, SEED);
  writeFileSync(join(root, "docs/change-verdicts.md"), writeReport(measured, originals.length, SEED));
  for (const { kind, before, after } of measured.silent.slice(0, 10)) {
    const at =
      Array.from({ length: before.length }, (_, index) => index).find((index) => before[index] !== after[index]) ?? -1;
    process.stderr.write(
      `passed in silence: ${kind}: ${JSON.stringify(after.slice(Math.max(0, at - 120), at + 80))}\n`,
    );
  }
  process.exitCode = measured.silent.length === 0 ? 0 : 1;
}
