import { parseArgs } from "node:util";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import { countComponents, identityOfContent } from "#core/sboms/view/sbom-content.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun, type ExitCode } from "../command.ts";
import { createPaint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { expandSbomPaths } from "./expand-sbom-paths.ts";
import { fixSbomFile } from "./fix-sbom-file.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import {
  chosenFailOn,
  describeCheck,
  fails,
  isReportFormat,
  unknownFormat,
  writeReport,
  type CheckedSbomFile,
  type ReportedFile,
} from "./report-sbom-checks.ts";
import { showFileProgress } from "./show-file-progress.ts";
import { summarizeFindings } from "./summarize-findings.ts";

/**
 * `stele sbom check FILE… [--json | --format F] [--summary] [--fail-on SEVERITY] [--strict] [--fix]`: exit code 0 when no finding is grave
 * enough (by default: when all are valid), 1 when one is, 2 when a file cannot be read.
 */
export async function checkSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      fix: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
      summary: { type: "boolean", default: false },
      "fail-on": { type: "string", default: "error" },
    },
  });
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) throw unknownFormat(format);
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to check, or `-` for standard input.");
  const failOn = chosenFailOn(values["fail-on"]);
  const names = await expandSbomPaths(positionals, io);
  const paint = createPaint(io.color);
  const startedAt = io.now().getTime();
  const checked: CheckedSbomFile[] = [];
  let exitCode: ExitCode = 0;
  for (const [index, name] of names.entries()) {
    const read = await readSbomFile(name, io);
    if (!read.ok) {
      io.writeError(`${paint("red", "stele:")} ${escapeControls(read.failure)}\n`);
      exitCode = 2;
      continue;
    }
    const path = name === "-" ? "stdin" : name;
    showFileProgress("Checking", { name: path, index, total: names.length, bytes: read.value }, io);
    const bytes = values.fix ? await fixSbomFile(name, read.value, [], values.strict, io) : read.value;
    const check = await checkSbom(bytes, { path, limits: LOCAL_LIMITS, isStrict: values.strict });
    if (fails(check.counts, failOn) && exitCode === 0) exitCode = 1;
    checked.push({ path, check, bytes });
    if (format !== "pretty") continue;
    const findings = values.summary ? [] : check.findings;
    io.writeOut(`${describeCheck({ path, check, findings }, paint)}\n`);
  }
  if (format === "pretty" && values.summary) {
    const lines = summarizeFindings(
      checked.flatMap(({ check }) => check.findings),
      io.columns,
    );
    io.writeOut(lines.map((line) => `${line}\n`).join(""));
  }
  if (format === "json") io.writeOut(`${JSON.stringify(checked.map(toJson), null, 2)}\n`);
  else if (isReportFormat(format))
    writeReport(format, checked.map(toReported), io.now().getTime() - startedAt, io, failOn);
  return exitCode;
}

function toReported({ path, check, bytes }: CheckedSbomFile): ReportedFile {
  return { path, bytes, findings: check.findings };
}

function toJson({ path, check }: CheckedSbomFile) {
  return {
    path,
    valid: check.isValid,
    format: check.format?.name,
    specVersion: check.format?.version,
    ...(check.isValid
      ? {
          ...identityOfContent(check.content),
          components: countComponents(check.content),
        }
      : {}),
    findingCounts: check.counts,
    findings: check.findings,
  };
}
