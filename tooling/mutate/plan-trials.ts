import { stem } from "./find-tests.ts";
import type { Challenge, DryRun, ReachedTest, Trial } from "./inside/protocol.ts";
import type { Mutant } from "./mutant.ts";

/** A mutant that no test of so many notices is not noticed: more would cost hours and find little. */
const MOST_TESTS = 80;
/** What those of them that stand elsewhere may take together in the dry run. */
const MOST_MS = 10_000;
/** Loading everything again costs seconds: a mutant in a constant faces so many files. */
const MOST_FRESH_FILES = 4;
/** Generous: a slow machine makes tests slow, and a mutant is no slower than its original unless it hangs. */
const TURNS = { factor: 20, least: 200_000 };
const TIMEOUT = { factor: 20, leastMs: 20_000 };

/**
 * Which tests each mutant has to face, those about its file and its folder first, then the quick ones that reach few other mutants.
 * Mutants in `remembered` files begin with everything loaded anew.
 */
export function planTrials(
  mutants: readonly Mutant[],
  runs: readonly DryRun[],
  remembered: ReadonlySet<string>,
): readonly Trial[] {
  const fileOf = new Map(mutants.filter((mutant) => !mutant.isStatic).map(({ id, file }) => [id, file]));
  return mutants.flatMap((mutant) => {
    const asked = mutant.isStatic ? [] : reached(mutant, runs, remembered);
    const challenges = [...asked, ...loaded(mutant, runs, fileOf)];
    return challenges.length === 0 ? [] : [{ mutant: mutant.id, challenges }];
  });
}

function reached({ id, file }: Mutant, runs: readonly DryRun[], remembered: ReadonlySet<string>): readonly Challenge[] {
  const tests = runs.flatMap((run) =>
    run.tests
      .filter((test) => test.reached.includes(id))
      .map((test) => ({ run, test, weight: weigh(test) - (stem(run.file) === stem(file) ? 1e9 : 0) })),
  );
  const sorted = tests.toSorted((a, b) => a.weight - b.weight);
  const [near = [], far = []] = [true, false].map((wanted) =>
    mixSuites(
      sorted.filter(({ run }) => isNear(run.file, file) === wanted),
      ({ test }) => test.name.slice(0, test.name.lastIndexOf(" > ")),
    ),
  );
  let spent = 0;
  const affordable = far.filter(({ test }) => (spent += test.milliseconds) - test.milliseconds < MOST_MS);
  const chosen = [...near, ...affordable].slice(0, MOST_TESTS);
  return [...Map.groupBy(chosen, ({ run }) => run)].map(([run, group]) => ({
    ...limits(run),
    ids: group.map(({ test }) => test.id),
    isFresh: remembered.has(file),
  }));
}

/**
 * The files of tests that load a mutant, and in them the tests that reach something else of its file: the worker is loaded
 * by whichever test asks it first, which says nothing about who would notice.
 */
function loaded(
  { id, file, isStatic }: Mutant,
  runs: readonly DryRun[],
  fileOf: ReadonlyMap<number, string>,
): readonly Challenge[] {
  const isLoaded = (run: DryRun): boolean =>
    run.loaded.includes(id) || (isStatic && run.tests.some(({ reached }) => reached.includes(id)));
  return runs
    .filter(isLoaded)
    .map((run) => {
      const near = run.tests.filter(({ reached }) => reached.some((other) => fileOf.get(other) === file));
      return { run, near, interest: Math.min(near.length, 999) + closeness(run.file, file) };
    })
    .toSorted((a, b) => b.interest - a.interest)
    .slice(0, MOST_FRESH_FILES)
    .map(({ run, near }) => {
      const others = run.tests.filter((test) => !near.includes(test));
      const ids = [...near, ...others].slice(0, MOST_TESTS).map((test) => test.id);
      return { ...limits(run), ...(isStatic ? { ids } : {}), isFresh: true };
    });
}

/** Whether a file of tests is about a source or its folder: `test/core/a/…` and `…/a.test.ts` are about `core/a/x.ts`. */
function isNear(test: string, file: string): boolean {
  const [folders, of] = [file.split("/").slice(0, -1), foldersOf(test)];
  return stem(test) === stem(file) || stem(test) === folders.at(-1) || of.join("/") === folders.join("/");
}

/** The folders below `test/`. */
function foldersOf(test: string): readonly string[] {
  return test
    .slice(test.lastIndexOf("test/") + 5)
    .split("/")
    .slice(0, -1);
}

/** Tests of the same name know a file best, then those of its folder, then those of the folders around it. */
function closeness(test: string, file: string): number {
  if (stem(test) === stem(file)) return 10_000;
  const [of, folders] = [foldersOf(test), file.split("/").slice(0, -1)];
  const apart = folders.findIndex((folder, index) => folder !== of[index]);
  return 1_000 * (apart < 0 ? folders.length : apart);
}

/** The first of every suite, then the second of every suite…: the tests of one suite see much the same. */
function mixSuites<Item>(items: readonly Item[], suiteOf: (item: Item) => string): readonly Item[] {
  const seen = new Map<string, number>();
  const ranked = items.map((item) => {
    const rank = seen.get(suiteOf(item)) ?? 0;
    seen.set(suiteOf(item), rank + 1);
    return { item, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** A test that reaches little is about what it reaches; one that takes long is asked late. */
function weigh({ milliseconds, reached }: ReachedTest): number {
  return (milliseconds + 20) * (reached.length + 20);
}

function limits({ file, turns, tests }: DryRun): Pick<Challenge, "file" | "mostTurns" | "timeoutMs"> {
  const slowest = Math.max(0, ...tests.map(({ milliseconds }) => milliseconds));
  return {
    file,
    mostTurns: Math.max(TURNS.least, turns * TURNS.factor),
    timeoutMs: Math.max(TIMEOUT.leastMs, slowest * TIMEOUT.factor),
  };
}
