import { parseArgs } from "node:util";

import type { Finding } from "#core/base/finding.ts";
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import type { Profile, ProfileResult, RuleResult } from "#core/sboms/profiles/evaluate-profile.ts";
import { describeCounts, profileFindings } from "#core/sboms/profiles/profile-findings.ts";
import { profileJson } from "#core/sboms/profiles/profile-json.ts";
import { remedyFor, type Wording } from "#core/sboms/profiles/profile.ts";
import type { SbomContent } from "#core/sboms/view/sbom-content.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun, type ExitCode } from "../command.ts";
import { formatCounts } from "../format-finding.ts";
import { createPaint, type Paint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { chooseProfiles } from "./choose-profiles.ts";
import { expandSbomPaths } from "./expand-sbom-paths.ts";
import { fixSbomFile } from "./fix-sbom-file.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import {
  isReportFormat,
  unknownFormat,
  writeReport,
  type ReportedFile,
  type ReportFormat,
} from "./report-sbom-checks.ts";
import { showFileProgress, type FileInTurn } from "./show-file-progress.ts";

type Language = keyof Wording;

/** Places shown per reason; `--json` has more. */
const MAX_PLACES = 3;

/** What was asked for. */
interface ScoreOptions {
  readonly profiles: readonly Profile[];
  readonly language: Language;
  readonly format: Format;
  readonly isFixing: boolean;
  /** What has to be reached, where that is less than to satisfy the profile. */
  readonly minScore: number | undefined;
  readonly isSummary: boolean;
}

type Format = "pretty" | "json" | ReportFormat;

/**
 * `stele sbom score FILE… [--profile ID] [--min-score N] [--language en|de] [--format F] [--summary] [--fix]`: exit code 0 when every file satisfies
 * the profiles (or reaches the score), 1 when one does not or is not valid, 2 when one cannot be read.
 */
export async function scoreSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
      fix: { type: "boolean", default: false },
      profile: { type: "string", multiple: true, default: [] },
      language: { type: "string", default: "en" },
      "min-score": { type: "string" },
      summary: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to score, or `-` for standard input.");
  const options = {
    profiles: chooseProfiles(values.profile),
    minScore: chosenScore(values["min-score"]),
    isSummary: values.summary,
    language: chosenLanguage(values.language),
    format: chosenFormat(values.json ? "json" : values.format),
    isFixing: values.fix,
  };
  const names = await expandSbomPaths(positionals, io);
  const startedAt = io.now().getTime();
  const outcomes: unknown[] = [];
  const reported: ReportedFile[] = [];
  let exitCode: ExitCode = 0;
  for (const [index, name] of names.entries()) {
    const { code, json, report } = await scoreFile({ name, index, total: names.length }, options, io);
    if (code > exitCode) exitCode = code;
    if (json !== undefined) outcomes.push(json);
    if (report !== undefined) reported.push(report);
  }
  if (options.format === "json") io.writeOut(`${JSON.stringify(outcomes, null, 2)}\n`);
  else if (options.format !== "pretty") writeReport(options.format, reported, io.now().getTime() - startedAt, io);
  return exitCode;
}

function chosenScore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^(?:100|\d{1,2})$/.test(text)) return Number(text);
  throw new CannotRun(`\`--min-score\` is a whole number from 0 to 100, not \`${text}\`.`);
}

function chosenFormat(format: string): Format {
  if (format === "pretty" || format === "json" || isReportFormat(format)) return format;
  throw unknownFormat(format);
}

function chosenLanguage(language: string): Language {
  if (language === "en" || language === "de") return language;
  throw new CannotRun(`There is no language \`${language}\`; there are \`en\` and \`de\`.`);
}

async function scoreFile(
  { name, index, total }: Omit<FileInTurn, "bytes">,
  options: ScoreOptions,
  io: ProgressIo,
): Promise<{ readonly code: ExitCode; readonly json?: unknown; readonly report?: ReportedFile }> {
  const { profiles, language, format, isFixing, minScore, isSummary } = options;
  const paint = createPaint(io.color);
  const read = await readSbomFile(name, io);
  if (!read.ok) {
    io.writeError(`${paint("red", "stele:")} ${escapeControls(read.failure)}\n`);
    return { code: 2 };
  }
  const path = name === "-" ? "stdin" : name;
  showFileProgress("Scoring", { name: path, index, total, bytes: read.value }, io);
  const bytes = isFixing ? await fixSbomFile(name, read.value, profiles, false, io) : read.value;
  const check = await checkSbom(bytes, { path, limits: LOCAL_LIMITS });
  if (!check.isValid) {
    const line = `${escapeControls(path)}: not valid, ${formatCounts(check.counts)}; \`stele sbom check\` lists them\n`;
    if (format === "pretty") io.writeOut(line);
    const report = { path, bytes, findings: check.findings };
    return { code: 1, json: { path, valid: false, findingCounts: check.counts }, report };
  }
  const { content } = check;
  const results = profiles.map((profile) => profile.evaluate(content));
  if (format === "pretty") {
    const telling = { kind: content.kind, language, isSummary };
    io.writeOut(results.map((result) => describe(path, result, telling, paint)).join(""));
  }
  return {
    code: results.every((result) => reaches(result, minScore)) ? 0 : 1,
    json: { path, valid: true, profiles: results.map(profileJson) },
    ...(isReportFormat(format)
      ? { report: { path, bytes, findings: findingsOf(path, bytes, results, content, language) } }
      : {}),
  };
}

/** What a profile wants to be told, and how. */
interface Telling {
  readonly kind: SbomContent["kind"];
  readonly language: Language;
  /** Only the score. */
  readonly isSummary: boolean;
}

function reaches({ isSatisfied, score }: ProfileResult, minScore: number | undefined): boolean {
  return minScore === undefined ? isSatisfied : score >= minScore;
}

/** Broken rules as findings, for readers of findings. */
function findingsOf(
  path: string,
  bytes: Uint8Array,
  results: readonly ProfileResult[],
  content: SbomContent,
  language: Language,
): readonly Finding[] {
  const text = new TextDecoder().decode(bytes);
  return results.flatMap((result) => profileFindings(result, content, { text, path, language }));
}

function describe(path: string, result: ProfileResult, { kind, language, isSummary }: Telling, paint: Paint): string {
  const { profile, score, grade, isSatisfied, rules, remarks } = result;
  const mark = paint(isSatisfied ? "green" : "yellow", `${score} of 100, grade ${grade}`);
  const lines = [`${paint("bold", escapeControls(path))}: ${profile.title}: ${mark}`];
  if (isSummary) return `${lines.join("\n")}\n`;
  if (profile.caveat !== undefined) lines.push(`  ${paint("dim", profile.caveat)}`);
  for (const remark of remarks) lines.push(`  ${paint("dim", remark[language])}`);
  for (const result of rules) {
    if (result.share === undefined || result.share === 1) continue;
    lines.push(
      `  ${result.rule.title[language]}: ${describeCounts(result, language)}`,
      ...describePlaces(result, language),
      `    ${remedyFor(result.rule.remedy, kind)[language]} ${paint("dim", `(${result.rule.clause})`)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The first places, those with the same reason in one line. */
function describePlaces({ places }: RuleResult, language: Language): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { pointer, reason } of places) {
    const words = reason?.[language] ?? "";
    const pointers = byReason.get(words) ?? [];
    byReason.set(words, pointers);
    if (pointer !== "") pointers.push(escapeControls(pointer));
  }
  return [...byReason].flatMap(([reason, pointers]) => {
    const shown = pointers.slice(0, MAX_PLACES).join(", ") + (pointers.length > MAX_PLACES ? ", …" : "");
    const line = [shown === "" ? "" : `at ${shown}`, reason].filter((part) => part !== "").join(": ");
    return line === "" ? [] : `    ${line}`;
  });
}
