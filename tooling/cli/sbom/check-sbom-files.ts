import { parseArgs } from "node:util";

import { countFindings } from "#core/finding.ts";
import { checkSbom, LOCAL_LIMITS, type SbomCheck } from "#core/sboms/check-sbom.ts";
import { componentsOfContent, identityOfContent } from "#core/sboms/sbom-content.ts";
import { escapeControls } from "#core/text/escape-controls.ts";

import { CannotRun, type CommandIo, type ExitCode } from "../command.ts";
import type { CheckReport } from "../formats/format.ts";
import { FORMATS } from "../formats/index.ts";
import { formatCounts, formatFinding } from "../format-finding.ts";
import { createPaint, type Paint } from "../paint.ts";
import { readSbomFile } from "./read-sbom-file.ts";

/** One file and what the check says. */
interface CheckedFile {
  readonly path: string;
  readonly check: SbomCheck;
  readonly bytes: Uint8Array;
}

type Outcome = Omit<CheckedFile, "bytes">;

/** `stele sbom check FILE… [--json | --format F]`: exit code 0 when all are valid, 1 when one is not, 2 when one cannot be read. */
export async function checkSbomFiles(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
    },
  });
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) {
    const known = ["pretty", "json", ...REPORT_FORMATS].map((name) => `\`${name}\``).join(", ");
    throw new CannotRun(`There is no format \`${format}\`; there are ${known}.`);
  }
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to check, or `-` for standard input.");
  const paint = createPaint(io.color);
  const startedAt = io.now().getTime();
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
    checked.push({ path, check, bytes: read.value });
    if (format === "pretty") io.writeOut(`${describe({ path, check }, paint)}\n`);
  }
  if (format === "json") io.writeOut(`${JSON.stringify(checked.map(toJson), null, 2)}\n`);
  else if (isReportFormat(format)) {
    const report = reportOf(checked, io.now().getTime() - startedAt);
    io.writeOut(FORMATS[format]?.(report, { color: false, columns: io.columns, isSummary: false }) ?? "");
  }
  return exitCode;
}

/** Formats that CI systems read, the same as those of `stele check`. */
const REPORT_FORMATS = ["github", "gitlab", "sarif", "rdjson"] as const;

function isReportFormat(format: string): format is (typeof REPORT_FORMATS)[number] {
  return (REPORT_FORMATS as readonly string[]).includes(format);
}

function reportOf(checked: readonly CheckedFile[], milliseconds: number): CheckReport {
  const findings = checked.flatMap(({ check }) => check.findings);
  const bytesOf = new Map(checked.map(({ path, bytes }) => [path, bytes]));
  return {
    findings,
    counts: countFindings(findings),
    files: checked.length,
    milliseconds,
    siteAddress: undefined,
    textOf: (path) => {
      const bytes = bytesOf.get(path);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
  };
}

function describe({ path, check }: Outcome, paint: Paint): string {
  const findings = check.findings.map((finding) => formatFinding(finding, paint));
  return [...findings, summary({ path, check }, paint)].join("\n");
}

function summary({ path, check }: Outcome, paint: Paint): string {
  const { counts, findings } = check;
  const verdict = check.isValid ? paint("green", "valid") : paint("red", "not valid");
  const format = check.format === undefined ? "" : ` ${check.format.name} ${check.format.version}`;
  const size = check.isValid ? `, ${componentsOfContent(check.content).length} components` : "";
  const hidden = counts.error + counts.warning + counts.note - findings.length;
  const more = hidden > 0 ? `; ${hidden} of them not listed` : "";
  return `${paint("bold", escapeControls(path))}: ${verdict}${format}${size}, ${formatCounts(counts)}${more}`;
}

function toJson({ path, check }: Outcome) {
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
