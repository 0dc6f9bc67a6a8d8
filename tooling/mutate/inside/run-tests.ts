import { startTests } from "vitest/internal/browser";
import { TestRunner, type RunnerTask, type RunnerTestCase, type RunnerTestFile } from "vitest";

import { forgetModules } from "./forget-modules.ts";
import type { Challenge, DryRun, ReachedTest, Trial } from "./protocol.ts";
import { switchState } from "./switch-state.ts";

/** A runner that tells nobody: what happens to a mutant is no result of the test. */
class QuietRunner extends TestRunner {
  private readonly isWanted: (test: RunnerTestCase) => boolean;
  private readonly afterTest: (test: RunnerTestCase) => void;

  constructor(
    outer: TestRunner,
    timeoutMs: number,
    isWanted: (test: RunnerTestCase) => boolean,
    afterTest: (test: RunnerTestCase) => void,
  ) {
    super({ ...outer.config, testTimeout: timeoutMs, hookTimeout: timeoutMs });
    this.isWanted = isWanted;
    this.afterTest = afterTest;
    // Vitest hands these to the runner that it made itself; they are the same for all.
    for (const key of ["moduleRunner", "_otel"])
      Object.defineProperty(this, key, { value: Reflect.get(outer, key), configurable: true, writable: true });
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (!this.isWanted(test)) test.mode = "skip";
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    this.afterTest(test);
  }
}

/** Runs a file of tests without a mutant and notes what every test reaches. */
export async function dryRun(outer: TestRunner, file: string): Promise<DryRun> {
  const state = switchState();
  Object.assign(state, { active: -1, turns: 0, mostTurns: Infinity, reached: new Set<number>() });
  forgetModules();
  let loaded: readonly number[] | undefined;
  const byTest = new Map<RunnerTestCase, readonly number[]>();
  const runner = new QuietRunner(
    outer,
    outer.config.testTimeout,
    () => {
      // What ran until the first test belongs to no test: loading, and what a suite does beforehand.
      loaded ??= take(state.reached);
      return true;
    },
    (test) => byTest.set(test, take(state.reached)),
  );
  const files = await startTests([file], runner);
  // What a suite does between its tests is counted with the test that follows it, what it does at its end with none.
  const tests = files.flatMap(testsOf);
  const run = {
    file,
    tests: tests.flatMap((test) => describeTest(test, byTest)),
    loaded: loaded ?? [],
    turns: state.turns,
  };
  state.reached = undefined;
  const failed = tests.filter((test) => test.result?.state === "fail").map(nameOf);
  return { ...run, failed: [...failed, ...files.filter(hasBrokenLoad).map(loadFailure)] };
}

/** The mutant that was on while the modules were loaded; undefined for none. */
let loadedFor: number | undefined;

/** Turns a mutant on and runs the tests that reach it until one fails. */
export async function tryMutant(
  outer: TestRunner,
  { mutant, challenges }: Trial,
): Promise<{ readonly outcome: "killed" | "hung" | "survived"; readonly by: string }> {
  const state = switchState();
  for (const challenge of challenges) {
    loadFor(challenge.isFresh ? mutant : undefined);
    Object.assign(state, { active: mutant, turns: 0, mostTurns: challenge.mostTurns, reached: undefined });
    const by = await findFailure(outer, challenge);
    const isHung = state.turns > state.mostTurns;
    state.active = -1;
    if (by !== undefined) return { outcome: isHung ? "hung" : "killed", by };
  }
  return { outcome: "survived", by: "" };
}

/** Forgets what was loaded for another mutant; what was loaded for none serves all that do not ask for more. */
function loadFor(mutant: number | undefined): void {
  if (loadedFor === mutant) return;
  forgetModules();
  loadedFor = mutant;
}

async function findFailure(outer: TestRunner, { file, ids, timeoutMs }: Challenge): Promise<string | undefined> {
  const wanted = ids === undefined ? undefined : new Set(ids);
  let failed: string | undefined;
  const runner = new QuietRunner(
    outer,
    timeoutMs,
    (test) => failed === undefined && (wanted?.has(test.id) ?? true),
    (test) => {
      if (test.result?.state === "fail") failed ??= nameOf(test);
    },
  );
  forgetModules(file);
  const files = await startTests([file], runner);
  // A suite whose preparation fails never comes to its tests.
  return failed ?? (files.some(({ result }) => result?.state === "fail") ? file : undefined);
}

function describeTest(test: RunnerTestCase, byTest: ReadonlyMap<RunnerTestCase, readonly number[]>): ReachedTest[] {
  const reached = byTest.get(test);
  if (reached === undefined || test.result?.state !== "pass") return [];
  return [{ id: test.id, name: nameOf(test), milliseconds: Math.ceil(test.result.duration ?? 0), reached }];
}

function take(reached: Set<number> | undefined): readonly number[] {
  const all = [...(reached ?? [])];
  reached?.clear();
  return all;
}

function nameOf(test: RunnerTestCase): string {
  const names: string[] = [];
  for (let task: RunnerTestCase["suite"] | RunnerTestCase = test; task !== undefined; task = task.suite)
    names.unshift(task.name);
  return [test.file.name, ...names.filter((name) => name !== "")].join(" > ");
}

function hasBrokenLoad({ result, tasks }: RunnerTestFile): boolean {
  return result?.state === "fail" && tasks.length === 0;
}

function loadFailure({ filepath, result }: RunnerTestFile): string {
  return `${filepath} cannot be loaded: ${result?.errors?.[0]?.message ?? "no reason given"}`;
}

function testsOf(task: RunnerTask): RunnerTestCase[] {
  return task.type === "test" ? [task] : task.tasks.flatMap(testsOf);
}
