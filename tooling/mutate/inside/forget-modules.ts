interface EvaluatedModule {
  promise: unknown;
  exports: unknown;
  evaluated: boolean;
  readonly importers: Set<string>;
}

/** Ours: never loaded a second time, because a second runner would know nothing of the first. */
const KEPT = [/\/node_modules\//, /\/tooling\/mutate\//, /^virtual:|^\0/];

/** Forgets one module, or all of this repository, so that the next import loads them again. */
export function forgetModules(only?: string): void {
  const state = (
    globalThis as unknown as {
      __vitest_worker__: { evaluatedModules: { idToModuleMap: Map<string, EvaluatedModule> } };
    }
  ).__vitest_worker__;
  state.evaluatedModules.idToModuleMap.forEach((module, id) => {
    if (only === undefined ? KEPT.some((pattern) => pattern.test(id)) : !id.endsWith(only)) return;
    module.promise = undefined;
    module.exports = undefined;
    module.evaluated = false;
    module.importers.clear();
  });
}
