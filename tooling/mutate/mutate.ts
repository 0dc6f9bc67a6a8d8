import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { findAccepted, readAccepted } from "./accepted.ts";
import { chooseFiles, type ChosenFile } from "./choose-files.ts";
import { drawFromEach, drawSample } from "./draw-sample.ts";
import { belongsTo, findTests } from "./find-tests.ts";
import { findRemembered } from "./find-remembered.ts";
import { readImportGraph } from "./import-graph.ts";
import { makeMutants } from "./make-mutants.ts";
import type { Mutant, Verdict } from "./mutant.ts";
import type { MutateOptions } from "./options.ts";
import { projectOf } from "./projects.ts";
import { formatSurvivor, formatScores, isNoticed, percent, scoreAll, scoreFolders, scoreParts } from "./report.ts";
import { watch } from "./progress.ts";
import { testMutants } from "./test-mutants.ts";

/** Fewer mutants of a change say nothing about a share: the survivors are listed, and the exit code stays 0. */
const FEWEST_TO_JUDGE = 20;

/** Makes mutants, tries them, prints scores and survivors; answers the exit code: 0, or 1 when the score is too low. */
export async function mutate(root: string, options: MutateOptions, print: (text: string) => void): Promise<number> {
  const accepted = readAccepted(root);
  const isAccepted = (mutant: Mutant): boolean =>
    findAccepted(accepted, mutant, readFileSync(join(root, mutant.file), "utf8")) !== undefined;
  const made = chooseFiles(root, options).flatMap((chosen) => mutantsOf(root, chosen));
  // Drawn before the accepted are left out: to accept one never brings another in.
  const part = drawFromEach(made, ({ file }) => file, options.oneIn, options.seed);
  const open = part.filter((mutant) => !isAccepted(mutant));
  const drawn = drawSample(open, options.sample ?? open.length, options.seed).map((mutant, id) => ({ ...mutant, id }));
  print(`${drawn.length} of ${made.length} mutants, ${part.length - open.length} are accepted with a reason\n`);
  const deadline = Date.now() + (options.minutes ?? 60 * 24 * 7) * 60_000;
  const verdicts: Verdict[] = [];
  const importsOf = readImportGraph(root);
  const byProject = [...Map.groupBy(drawn, ({ file }) => projectOf(file))];
  for (const [index, [project, mutants]] of byProject.entries()) {
    // What is left of the time is shared among the projects.
    const until = Date.now() + (deadline - Date.now()) / (byProject.length - index);
    const candidates = listFiles(root, "test").filter((file) => belongsTo(file, project));
    const tests = findTests(importsOf, candidates, [...new Set(mutants.map(({ file }) => file))]).slice(
      0,
      options.tests,
    );
    const watcher = watch(project.name, tests.length, mutants.length, print);
    const task = {
      root,
      project: project.name,
      mutants,
      tests,
      processes: project.isNode ? options.processes : 1,
      // The worker's tests make it forget before each test, as `test/workers/setup.ts` says.
      remembered: project.isNode
        ? findRemembered(root, listFiles(root, "core").filter(isSource), importsOf)
        : new Set<string>(),
    };
    await testMutants(
      { ...task, deadline: until },
      {
        dryRun: (run) => watcher.dryRun(run),
        verdict: (verdict) => {
          verdicts.push(verdict);
          if (!isNoticed(verdict)) print(formatSurvivor(verdict));
          watcher.verdict(verdict);
        },
      },
    );
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(verdicts, undefined, 1)}\n`);
  return conclude(verdicts, drawn.length, options, print);
}

function mutantsOf(root: string, { file, lines }: ChosenFile): readonly Mutant[] {
  const all = makeMutants(file, readFileSync(join(root, file), "utf8"), 0);
  return lines === undefined ? all : all.filter(({ line }) => lines.has(line));
}

function listFiles(root: string, ...folders: readonly string[]): readonly string[] {
  const args = ["-C", root, "ls-files", "--cached", "--others", "--exclude-standard", ...folders];
  return execFileSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).split("\n");
}

function isSource(file: string): boolean {
  return /(?<!\.d)\.tsx?$/.test(file);
}

function conclude(
  verdicts: readonly Verdict[],
  wanted: number,
  options: MutateOptions,
  print: (text: string) => void,
): number {
  print(`\n${formatScores(scoreFolders(verdicts))}\n\n${formatScores(scoreParts(verdicts))}\n\n`);
  const score = scoreAll(verdicts);
  const untried = wanted - verdicts.length;
  if (untried > 0) print(`${untried} mutants were not tried: the time was up.\n`);
  print(`${formatScores([score])}\n`);
  if (percent(score) >= options.minimum) return 0;
  if (options.since !== undefined && score.total < FEWEST_TO_JUDGE) {
    print(`Fewer than ${FEWEST_TO_JUDGE} mutants: no judgment.\n`);
    return 0;
  }
  print(
    `The score is below ${options.minimum} %: write a test for each survivor that is a mistake, or give a reason in tooling/mutate/accepted.json.\n`,
  );
  return 1;
}
