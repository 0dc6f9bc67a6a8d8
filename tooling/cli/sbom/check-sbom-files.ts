import { parseArgs } from "node:util";

import { checkSbom, LOCAL_LIMITS, type SbomCheck } from "#core/sboms/check-sbom.ts";
import { componentsOfContent, identityOfContent } from "#core/sboms/sbom-content.ts";
import { escapeControls } from "#core/text/escape-controls.ts";

import { CannotRun, type CommandIo, type ExitCode } from "../command.ts";
import { formatCounts, formatFinding } from "../format-finding.ts";
import { createPaint, type Paint } from "../paint.ts";
import { readSbomFile } from "./read-sbom-file.ts";

/** One file and what the check says. */
interface CheckedFile {
  readonly path: string;
  readonly check: SbomCheck;
}

/** `stele sbom check FILE… [--json]`: exit code 0 when all are valid, 1 when one is not, 2 when one cannot be read. */
export async function checkSbomFiles(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, strict: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to check, or `-` for standard input.");
  const paint = createPaint(io.color);
  const checked: CheckedFile[] = [];
  let exitCode: ExitCode = 0;
  for (const name of positionals) {
    const read = await readSbomFile(name, io);
    if (!read.ok) {
      io.writeError(`${paint("red", "stele:")} ${escapeControls(read.failure)}\n`);
      exitCode = 2;
      continue;
    }
    const path = name === "-" ? "stdin" : name;
    const check = await checkSbom(read.value, { path, limits: LOCAL_LIMITS, isStrict: values.strict });
    if (!check.isValid && exitCode === 0) exitCode = 1;
    checked.push({ path, check });
    if (!values.json) io.writeOut(`${describe({ path, check }, paint)}\n`);
  }
  if (values.json) io.writeOut(`${JSON.stringify(checked.map(toJson), null, 2)}\n`);
  return exitCode;
}

function describe({ path, check }: CheckedFile, paint: Paint): string {
  const findings = check.findings.map((finding) => formatFinding(finding, paint));
  return [...findings, summary({ path, check }, paint)].join("\n");
}

function summary({ path, check }: CheckedFile, paint: Paint): string {
  const { counts, findings } = check;
  const verdict = check.isValid ? paint("green", "valid") : paint("red", "not valid");
  const format = check.format === undefined ? "" : ` ${check.format.name} ${check.format.version}`;
  const size = check.isValid ? `, ${componentsOfContent(check.content).length} components` : "";
  const hidden = counts.error + counts.warning + counts.note - findings.length;
  const more = hidden > 0 ? `; ${hidden} of them not listed` : "";
  return `${paint("bold", escapeControls(path))}: ${verdict}${format}${size}, ${formatCounts(counts)}${more}`;
}

function toJson({ path, check }: CheckedFile) {
  return {
    path,
    valid: check.isValid,
    format: check.format?.name,
    specVersion: check.format?.version,
    ...(check.isValid
      ? {
          ...identityOfContent(check.content),
          components: componentsOfContent(check.content).length,
        }
      : {}),
    findingCounts: check.counts,
    findings: check.findings,
  };
}
