import { parseArgs } from "node:util";

/** What `npm run mutate` was asked for. */
export interface MutateOptions {
  /** Files by name instead of the named set. */
  readonly files: readonly string[];
  readonly set: "core" | "workers" | "all";
  /** Only lines that changed after this commit. */
  readonly since: string | undefined;
  /** One mutant in so many of each file, drawn with `seed`. */
  readonly oneIn: number;
  /** So many mutants of what is left, drawn with `seed`; all without. */
  readonly sample: number | undefined;
  readonly seed: number;
  /** Stops after so many minutes; mutants that were not tried do not count. */
  readonly minutes: number | undefined;
  /** So many test files of each project, the nearest; all without. */
  readonly tests: number | undefined;
  /** How many processes run core's tests at once; the worker runtime always has one. */
  readonly processes: number;
  /** Percent; below it the exit code is 1. */
  readonly minimum: number;
  /** Where to write all verdicts. */
  readonly json: string | undefined;
}

export const USAGE = `npm run mutate [-- <file>…] [options]
  --one-in <n>             one mutant in n of every file; 1 tries all (default: 8 of the named set, 1 of named files and changes)
  --set core|workers|all   the part of the named set (default: all)
  --since <commit>         only lines changed after the commit, in any file of core/ and workers/
  --sample <n> --seed <s>  only n mutants, drawn the same way for the same seed (default seed: 1)
  --minutes <n>            stop after n minutes; what was not tried does not count
  --tests <n>              only the n nearest files of tests: quick, and a mutant that others notice survives
  --processes <n>          processes for core (default: 2)
  --minimum <percent>      exit code 1 below this score (default: 85)
  --json <file>            write every verdict to a file`;

/** Of the named set one mutant in so many is tried, so that anybody can repeat the run: docs/mutation.md. */
const ONE_IN = "8";

/** Reads the command line. Throws with a sentence for the user when it makes no sense. */
export function readOptions(args: readonly string[]): MutateOptions {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { ...text, default: "all" },
      since: text,
      "one-in": text,
      sample: text,
      seed: { ...text, default: "1" },
      minutes: text,
      tests: text,
      processes: { ...text, default: "2" },
      minimum: { ...text, default: "85" },
      json: text,
    },
  });
  const { set } = values;
  if (set !== "core" && set !== "workers" && set !== "all")
    throw new Error(`--set ${set} is none of core, workers and all.`);
  const isWholeSet = positionals.length === 0 && values.since === undefined && values.sample === undefined;
  return {
    files: positionals,
    set,
    since: values.since,
    oneIn: Math.max(1, number("one-in", values["one-in"] ?? (isWholeSet ? ONE_IN : "1"))),
    sample: optional("sample", values.sample),
    seed: number("seed", values.seed),
    minutes: optional("minutes", values.minutes),
    tests: optional("tests", values.tests),
    processes: Math.max(1, number("processes", values.processes)),
    minimum: number("minimum", values.minimum),
    json: values.json,
  };
}

function optional(name: string, value: string | undefined): number | undefined {
  return value === undefined ? undefined : number(name, value);
}

function number(name: string, value: string): number {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new Error(`--${name} ${value} is no number.`);
  return Number(value);
}
