import type { SourceModule } from "./read-module.ts";

/** Groups of files that reach each other by imports, types included, each sorted; none in a house in order (Tarjan, 1972). */
export function findImportCycles(modules: readonly SourceModule[]): string[][] {
  const imports = new Map(modules.map((module) => [module.path, module.imports]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const waiting = new Set<string>();
  const cycles: string[][] = [];

  function visit(path: string): void {
    const number = order.size;
    order.set(path, number);
    lowest.set(path, number);
    stack.push(path);
    waiting.add(path);
    for (const next of imports.get(path) ?? []) {
      if (!imports.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (waiting.has(next)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(path) !== number) return;
    const group = stack.splice(stack.indexOf(path));
    for (const member of group) waiting.delete(member);
    const importsItself = imports.get(path)?.includes(path) === true;
    if (group.length > 1 || importsItself) cycles.push(group.toSorted());
  }

  for (const { path } of modules) if (!order.has(path)) visit(path);
  return cycles;
}
