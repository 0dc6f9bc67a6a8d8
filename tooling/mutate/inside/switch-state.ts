/** What the compiled switches read (see `switch-mutants.ts`). */
export interface SwitchState {
  /** The mutant that is on; -1 for none. */
  active: number;
  /** Filled in dry runs only. */
  reached: Set<number> | undefined;
  turns: number;
  mostTurns: number;
}

/** The one state of this process or isolate, also for modules that are loaded again. */
export function switchState(): SwitchState {
  const place = globalThis as { __steleMutation?: SwitchState };
  place.__steleMutation ??= { active: -1, reached: undefined, turns: 0, mostTurns: Infinity };
  return place.__steleMutation;
}
