import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Mutant } from "./mutant.ts";

/** A mutant that no test can notice, because the program does the same with it, and why that is so. */
export interface Accepted {
  readonly file: string;
  readonly operator: string;
  /** The line of the source, so that the entry survives what changes above it. */
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

const FILE = "tooling/mutate/accepted.json";

/** The committed list; empty when a tree has none. */
export function readAccepted(root: string): readonly Accepted[] {
  const path = join(root, FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as readonly Accepted[]) : [];
}

/** The entry for a mutant, if there is one. */
export function findAccepted(accepted: readonly Accepted[], mutant: Mutant, source: string): Accepted | undefined {
  const line = lineOf(source, mutant);
  return accepted.find(
    (entry) =>
      entry.file === mutant.file &&
      entry.operator === mutant.operator &&
      entry.line === line &&
      entry.original === mutant.original &&
      entry.replacement === mutant.replacement,
  );
}

/** The line in which a mutant begins, without what is around it. */
export function lineOf(source: string, { line }: Pick<Mutant, "line">): string {
  return (source.split("\n")[line - 1] ?? "").trim();
}
