import { findImportCycles } from "./find-import-cycles.ts";
import type { SourceModule } from "./read-module.ts";
import type { HouseSurvey } from "./survey-house.ts";

/** What the house may not outgrow; a number changes here with a reason in the commit. */
export const BUDGETS = {
  /** Wings of `core/`. */
  wings: 8,
  /** Files on one level of a folder, lists of rules aside. */
  filesPerFolder: 30,
  /** Lines of a usual file; longer ones are listed by `npm run graph`. */
  usualLines: 150,
  /** Lines past which a file needs a reason. */
  longestLines: 350,
  /** Lines of a function. */
  functionLines: 50,
  /** Type assertions in workers, and answers of a store whose type the caller chose: rows are proved by `workers/state/rows.ts`. */
  storageCasts: 20,
  /** Lines of tests for each line of shipped code. */
  testsPerCode: 0.5,
} as const;

/** Files that are longer with a reason. */
export const LONG_WITH_REASON: ReadonlyMap<string, string> = new Map([
  ["core/sboms/formats/spdx3/model.ts", "one table: the classes and properties of the SPDX 3.0.1 model"],
]);

/** Figures of the house. */
export interface HouseFigures {
  readonly files: number;
  readonly lines: number;
  readonly testLines: number;
  readonly wings: number;
  readonly largestFolder: readonly [string, number];
  readonly medianFile: number;
  readonly p90File: number;
  readonly medianFunction: number;
  readonly p90Function: number;
  readonly storageCasts: number;
  readonly cycles: readonly (readonly string[])[];
  readonly longFiles: readonly SourceModule[];
}

/** Counts what the budgets speak of. */
export function figuresOf({ modules, tests, folders }: HouseSurvey): HouseFigures {
  const lengths = modules.map(({ lines }) => lines);
  const functions = modules.flatMap(({ functionLines }) => functionLines);
  return {
    files: modules.length,
    lines: sum(lengths),
    testLines: sum(tests.map(({ lines }) => lines)),
    wings: new Set(modules.flatMap(({ path }) => (path.startsWith("core/") ? path.split("/")[1] : []))).size,
    largestFolder: folders[0] ?? ["", 0],
    medianFile: quantile(lengths, 0.5),
    p90File: quantile(lengths, 0.9),
    medianFunction: quantile(functions, 0.5),
    p90Function: quantile(functions, 0.9),
    storageCasts: sum(modules.map(({ path, casts }) => (path.startsWith("workers/") ? casts : 0))),
    cycles: findImportCycles([...modules, ...tests]),
    longFiles: modules.filter(({ lines }) => lines > BUDGETS.usualLines).toSorted((a, b) => b.lines - a.lines),
  };
}

/** What is over its budget, a sentence each; none in a house in order. */
export function overBudget(figures: HouseFigures): string[] {
  const [folder, files] = figures.largestFolder;
  return [
    ...(figures.wings > BUDGETS.wings ? [`core/ has ${figures.wings} wings of ${BUDGETS.wings}.`] : []),
    ...(files > BUDGETS.filesPerFolder
      ? [`${folder} has ${files} files on one level of ${BUDGETS.filesPerFolder}.`]
      : []),
    ...(figures.storageCasts > BUDGETS.storageCasts
      ? [`workers/ has ${figures.storageCasts} type assertions of ${BUDGETS.storageCasts}.`]
      : []),
    ...(figures.testLines / figures.lines < BUDGETS.testsPerCode ? ["There are too few tests for the code."] : []),
    ...figures.cycles.map((cycle) => `These files import each other: ${cycle.join(", ")}.`),
    ...figures.longFiles
      .filter(({ path, lines }) => lines > BUDGETS.longestLines && !LONG_WITH_REASON.has(path))
      .map(({ path, lines }) => `${path} has ${lines} lines of ${BUDGETS.longestLines} and no reason.`),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
