/** The test runner of `npm run mutate`: inside one process, or one isolate of the worker runtime, it runs tests against many mutants. */
import { TestRunner } from "vitest";

import { dryRun, tryMutant } from "./run-tests.ts";
import { MARK, type Report, type Work } from "./protocol.ts";

import work from "virtual:mutation-work";

interface WorkerState {
  readonly rpc: { onUserConsoleLog(log: object): Promise<void> };
}

/** Runs the file that it is given, which does nothing, and then all that `virtual:mutation-work` holds. */
export default class MutationRunner extends TestRunner {
  async onBeforeRunFiles(): Promise<void> {
    await runWork(this, work);
  }
}

async function runWork(outer: TestRunner, work: Work): Promise<void> {
  if (work.kind === "dry") for (const file of work.files) await say({ kind: "dry", run: await dryRun(outer, file) });
  else
    for (const trial of work.trials) {
      await say({ kind: "begin", mutant: trial.mutant });
      await say({ kind: "end", mutant: trial.mutant, ...(await tryMutant(outer, trial)) });
    }
  await say({ kind: "done" });
}

async function say(report: Report): Promise<void> {
  const { rpc } = (globalThis as unknown as { __vitest_worker__: WorkerState }).__vitest_worker__;
  const content = `${MARK}${JSON.stringify(report)}`;
  await rpc.onUserConsoleLog({ content, type: "stdout", time: 0, size: content.length, taskId: undefined });
}
