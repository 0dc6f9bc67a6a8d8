import { parseArgs } from "node:util";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import { countComponents, identityOfContent } from "#core/sboms/view/sbom-content.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun, type ExitCode } from "../command.ts";
import { createPaint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { fixSbomFile } from "./fix-sbom-file.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import {
  describeCheck,
  isReportFormat,
  unknownFormat,
  writeReport,
  type CheckedSbomFile,
  type ReportedFile,
} from "./report-sbom-checks.ts";
import { showFileProgress } from "./show-file-progress.ts";

/** `stele sbom check FILE… [--json | --format F] [--strict] [--fix]`: exit code 0 when all are valid, 1 when one is not, 2 when one cannot be read. */
export async function checkSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      fix: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
    },
  });
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) throw unknownFormat(format);
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to check, or `-` for standard input.");
  const paint = createPaint(io.color);
  const startedAt = io.now().getTime();
  const checked: CheckedSbomFile[] = [];
  let exitCode: ExitCode = 0;
  for (const [index, name] of positionals.entries()) {
    const read = await readSbomFile(name, io);
    if (!read.ok) {
      io.writeError(`${paint("red", "stele:")} ${escapeControls(read.failure)}\n`);
      exitCode = 2;
      continue;
    }
    const path = name === "-" ? "stdin" : name;
    showFileProgress("Checking", { name: path, index, total: positionals.length, bytes: read.value }, io);
    const bytes = values.fix ? await fixSbomFile(name, read.value, [], values.strict, io) : read.value;
    const check = await checkSbom(bytes, { path, limits: LOCAL_LIMITS, isStrict: values.strict });
    if (!check.isValid && exitCode === 0) exitCode = 1;
    checked.push({ path, check, bytes });
    if (format === "pretty") io.writeOut(`${describeCheck({ path, check }, paint)}\n`);
  }
  if (format === "json") io.writeOut(`${JSON.stringify(checked.map(toJson), null, 2)}\n`);
  else if (isReportFormat(format)) writeReport(format, checked.map(toReported), io.now().getTime() - startedAt, io);
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
