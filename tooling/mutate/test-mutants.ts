import { join } from "node:path";

import type { DryRun, Report, Trial } from "./inside/protocol.ts";
import type { Mutant, Verdict } from "./mutant.ts";
import { planTrials } from "./plan-trials.ts";
import { runProcess } from "./run-process.ts";
import type { Order } from "./vitest-process.ts";

/** A process that says nothing for so long hangs where no counter reaches. */
const PATIENCE_MS = 300_000;

/** Mutants of one project of Vitest and the files of tests that may notice them. */
export interface Task {
  readonly root: string;
  readonly project: string;
  readonly mutants: readonly Mutant[];
  /** From the root, in the order in which they are tried. */
  readonly tests: readonly string[];
  readonly processes: number;
  /** Files whose results are kept in memory: see `find-remembered.ts`. */
  readonly remembered: ReadonlySet<string>;
  /** After this time nothing new is begun. */
  readonly deadline: number;
}

/** What is told on the way. */
export interface Watcher {
  dryRun(run: DryRun): void;
  verdict(verdict: Verdict): void;
}

/** Runs the tests without mutants, plans, and tries all mutants. Mutants without an answer when the time is up have no verdict. */
export async function testMutants(task: Task, watcher: Watcher): Promise<void> {
  const runs = await dryRuns(task, watcher);
  const planned = new Map(planTrials(task.mutants, runs, task.remembered).map((trial) => [trial.mutant, trial]));
  // What nothing reaches waits for its turn too: told at once, it would weigh more in a run that the clock ends.
  const trials = task.mutants.map(({ id }) => planned.get(id) ?? { mutant: id, challenges: [] });
  await Promise.all(share(trials, task.processes).map(async (part) => tryAll(task, part, watcher)));
}

async function dryRuns(task: Task, watcher: Watcher): Promise<readonly DryRun[]> {
  const runs: DryRun[] = [];
  const parts = share(task.tests, task.processes);
  await Promise.all(
    parts.map(async (files) => {
      const work = { kind: "dry", files: files.map((file) => join(task.root, file)) } as const;
      // Half of the time at most: what has not run by then is not asked.
      const ending = await runProcess(order(task, work), patience(task), half(task.deadline), (report) => {
        if (report.kind !== "dry") return;
        runs.push(report.run);
        watcher.dryRun(report.run);
      });
      if (ending.why === "died") throw new Error(`The tests do not run without mutants.\n${ending.output}`);
    }),
  );
  return runs;
}

/** Tries mutants in one process after the other: whoever kills his process is a mutant that hangs. */
async function tryAll(task: Task, trials: readonly Trial[], watcher: Watcher): Promise<void> {
  const byId = new Map(task.mutants.map((mutant) => [mutant.id, mutant]));
  const unreached = new Set(trials.filter(({ challenges }) => challenges.length === 0).map(({ mutant }) => mutant));
  let rest = trials;
  while (rest.length > 0 && Date.now() < task.deadline) {
    const done = new Set<number>();
    let current: number | undefined;
    const see = (report: Report): void => {
      if (report.kind === "begin") current = report.mutant;
      if (report.kind === "end") answer(report.mutant, report.outcome, report.by);
    };
    const answer = (id: number, tried: Verdict["outcome"], by: string): void => {
      const mutant = byId.get(id);
      const outcome = unreached.has(id) ? "unreached" : tried;
      done.add(id);
      if (mutant !== undefined) watcher.verdict({ mutant, outcome, ...(by === "" ? {} : { by }) });
    };
    const ending = await runProcess(order(task, { kind: "trials", trials: rest }), patience(task), task.deadline, see);
    if (ending.why === "late") return;
    if (ending.why !== "done") {
      if (current === undefined || done.has(current))
        throw new Error(`The tests stopped by themselves.\n${ending.output}`);
      answer(current, "hung", "the process, which did not answer any more");
    }
    rest = rest.filter(({ mutant }) => !done.has(mutant));
  }
}

function order({ root, project, mutants }: Task, work: Order["work"]): Order {
  return { root, project, mutants, work };
}

function patience({ deadline }: Task): number {
  return Math.max(1000, Math.min(PATIENCE_MS, deadline - Date.now()));
}

function half(deadline: number): number {
  return Date.now() + (deadline - Date.now()) / 2;
}

/** Deals the items out in turn, so that the parts are equally hard. */
function share<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  const parts: Item[][] = Array.from({ length: Math.min(count, items.length) }, () => []);
  items.forEach((item, index) => parts[index % parts.length]?.push(item));
  return parts;
}
