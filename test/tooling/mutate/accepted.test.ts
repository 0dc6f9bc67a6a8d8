import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { findAccepted, readAccepted } from "../../../tooling/mutate/accepted.ts";
import { makeMutants } from "../../../tooling/mutate/make-mutants.ts";

const ROOT = join(import.meta.dirname, "../../..");
const ACCEPTED = readAccepted(ROOT);

test.each(ACCEPTED)("$file: $line is accepted with a reason, and such a mutant is made", (entry) => {
  const source = readFileSync(join(ROOT, entry.file), "utf8");
  const found = makeMutants(entry.file, source, 0).filter((mutant) => findAccepted([entry], mutant, source) === entry);
  expect(found.length).toBeGreaterThan(0);
  expect(entry.reason).toMatch(/^.{20,}\.$/);
});

test("the same change of another line is not accepted", () => {
  const [entry] = ACCEPTED;
  if (entry === undefined) return;
  const [mutant] = makeMutants(entry.file, "f(false);", 0);
  if (mutant !== undefined) expect(findAccepted([entry], mutant, "f(false);")).toBeUndefined();
});
