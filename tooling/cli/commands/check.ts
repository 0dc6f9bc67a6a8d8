import { once } from "node:events";
import { watch } from "node:fs";
import { resolve } from "node:path";

import { checkAgainstBase, type BaseArguments } from "../check/check-against-base.ts";
import { checkTrees } from "../check/check-trees.ts";
import { collectTrees, inputTree, type DiskTree } from "../check/collect-trees.ts";
import { writeFixes, type Repair } from "../check/fix-trees.ts";
import { CHECK_HELP, readCheckArguments, type CheckArguments } from "../check/options.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { compareFindings, countFindings } from "#core/base/finding.ts";
import type { CheckReport } from "../formats/format.ts";
import { showVerdict } from "../formats/verdict.ts";
import { createPaint } from "../paint.ts";

/** Rounds of repairs before what is left is taken as it is; each round applies what does not overlap. */
const MAX_FIX_ROUNDS = 10;
/** Editors write a file in several steps; this many milliseconds of silence end them. */
const WATCH_DELAY_IN_MS = 100;

/** `stele check`. */
export const check: Command = {
  name: "check",
  help: CHECK_HELP,
  async run(args, io) {
    const wanted = readCheckArguments(args);
    if (wanted.change !== undefined) return checkStep(wanted, wanted.change, io);
    if (!wanted.watch) return checkOnce(wanted, io);
    return watchTrees(wanted, io);
  },
};

async function checkOnce(wanted: CheckArguments, io: CommandIo): Promise<ExitCode> {
  let report = await checkTrees(await treesOf(wanted, io), wanted, io.cwd);
  if (wanted.fix) {
    const repairs: Repair[] = [];
    for (let round = 0; round < MAX_FIX_ROUNDS && report.findings.some(({ fix }) => fix !== undefined); round += 1) {
      repairs.push(...writeFixes(report, io.cwd));
      report = await checkTrees(await treesOf(wanted, io), wanted, io.cwd);
    }
    showRepairs(repairs, wanted, io);
  }
  const shown = wanted.isQuiet ? onlyErrors(report) : report;
  io.writeOut(wanted.format(shown, { color: io.color, columns: io.columns, isSummary: wanted.isSummary }));
  return exitCodeOf(report, wanted, io);
}

/** The check of a change: the findings that it brings, then the verdict. */
async function checkStep(wanted: CheckArguments, change: BaseArguments, io: CommandIo): Promise<ExitCode> {
  const report = await checkAgainstBase(wanted.paths, change, wanted, io);
  const exitCode = exitCodeOf(report, wanted, io);
  // One answer: what the caller does not let pass is not called allowed.
  const verdict = exitCode === 0 ? report.verdict : { ...report.verdict, allowed: false };
  const hasVerdict = wanted.formatName === "pretty" || wanted.formatName === "json";
  // The other formats know findings only, and the reasons are some.
  const findings = hasVerdict ? report.findings : [...report.findings, ...verdict.reasons].sort(compareFindings);
  const whole = { ...report, verdict, findings, counts: countFindings(findings) };
  const options = { color: io.color, columns: io.columns, isSummary: wanted.isSummary };
  io.writeOut(wanted.format(wanted.isQuiet ? onlyErrors(whole) : whole, options));
  if (wanted.formatName === "pretty") io.writeOut(showVerdict(verdict, { ...options, isQuiet: wanted.isQuiet }));
  return verdict.allowed ? 0 : 1;
}

function exitCodeOf({ counts }: CheckReport, wanted: CheckArguments, io: CommandIo): ExitCode {
  const { error, warning } = counts;
  if (error === 0 && wanted.maxWarnings !== undefined && warning > wanted.maxWarnings) {
    io.writeError(`There are ${warning} warnings, more than the ${wanted.maxWarnings} that --max-warnings allows.\n`);
    return 1;
  }
  return error > 0 ? 1 : 0;
}

async function treesOf(wanted: CheckArguments, io: CommandIo): Promise<DiskTree[]> {
  if (wanted.stdinPath !== undefined) {
    return [inputTree(wanted.stdinPath, await io.readInput(), io.cwd)];
  }
  const trees = collectTrees(wanted.paths, io.cwd);
  if (trees.every(({ files }) => files.length === 0)) {
    throw new CannotRun("There are no documents here. Name a folder that holds files like `scs-0100-v1-title.md`.");
  }
  return trees;
}

function onlyErrors(report: CheckReport): CheckReport {
  const findings = report.findings.filter(({ severity }) => severity === "error");
  return { ...report, findings, counts: countFindings(findings) };
}

function showRepairs(repairs: readonly Repair[], { formatName }: CheckArguments, io: CommandIo): void {
  const paint = createPaint(io.color);
  // Beside a machine's format the list goes where people look.
  const write = formatName === "pretty" ? io.writeOut : io.writeError;
  for (const { path, line, description } of repairs) {
    write(`${paint("green", "✔")} ${path}:${line}  ${description}\n`);
  }
  if (repairs.length > 0) write("\n");
}

async function watchTrees(wanted: CheckArguments, io: CommandIo): Promise<ExitCode> {
  let exitCode = await checkOnce(wanted, io);
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const again = async (): Promise<void> => {
    io.writeOut(io.color ? "\u001b[2J\u001b[H" : "\n");
    try {
      exitCode = await checkOnce(wanted, io);
    } catch (error) {
      // A file may vanish between two looks at a folder; the next change comes soon.
      io.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
      exitCode = 2;
    }
  };
  const watchers = wanted.paths.map((path) =>
    watch(resolve(io.cwd, path), { recursive: true }, (_event, file) => {
      if (file?.endsWith(".tmp") ?? false) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(again);
      }, WATCH_DELAY_IN_MS);
    }),
  );
  io.claimInterrupt?.("end");
  io.writeOut("Watching; Ctrl-C ends.\n");
  if (!io.signal.aborted) await once(io.signal, "abort");
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
  return exitCode;
}
