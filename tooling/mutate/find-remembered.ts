import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parseSync, type Expression, type Program } from "oxc-parser";

import type { ImportsOf } from "./import-graph.ts";

/**
 * The files whose results some module keeps from one call to the next: what such a file said while a mutant was on must be
 * forgotten before the next one is tried. A module keeps something when it has a map of its own or a variable.
 */
export function findRemembered(root: string, files: readonly string[], importsOf: ImportsOf): ReadonlySet<string> {
  const keepers = files.filter((file) =>
    keepsSomething(parseSync(file, readFileSync(join(root, file), "utf8")).program),
  );
  const remembered = new Set(keepers);
  // A set that grows while it is walked: the walk comes to what is added.
  for (const file of remembered) for (const imported of importsOf(file)) remembered.add(imported);
  return remembered;
}

/** A program with a map, a set or a variable at its outermost level. */
export function keepsSomething({ body }: Program): boolean {
  return body.some((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type !== "VariableDeclaration") return false;
    return declared.kind !== "const" || declared.declarations.some(({ init }) => init !== null && isMemory(init));
  });
}

function isMemory(init: Expression): boolean {
  if (init.type === "CallExpression" && init.callee.type === "Identifier")
    return /memory|memo|once|lazy|cache/i.test(init.callee.name);
  const isEmpty = init.type === "NewExpression" && init.arguments.length === 0;
  return isEmpty && init.callee.type === "Identifier" && /^(Weak)?(Map|Set)$/.test(init.callee.name);
}
