import { parseArgs } from "node:util";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/check-sbom.ts";
import { viewDocument } from "#core/sboms/profiles/document-view.ts";
import { evaluateProfile, type ProfileResult } from "#core/sboms/profiles/evaluate-profile.ts";
import { PROFILES } from "#core/sboms/profiles/index.ts";
import type { SbomContent } from "#core/sboms/sbom-content.ts";
import { escapeControls } from "#core/text/escape-controls.ts";

import { CannotRun, type CommandIo, type ExitCode } from "../command.ts";
import { formatCounts } from "../format-finding.ts";
import { createPaint, type Paint } from "../paint.ts";
import { readSbomFile } from "./read-sbom-file.ts";

/** Places shown per rule; `--json` has more. */
const MAX_PLACES = 3;

/**
 * `stele sbom score FILE… [--json]`: exit code 0 when every file satisfies every profile, 1 when one does not or is not valid, 2
 * when one cannot be read.
 */
export async function scoreSbomFiles(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to score, or `-` for standard input.");
  const paint = createPaint(io.color);
  const outcomes: unknown[] = [];
  let exitCode: ExitCode = 0;
  const worsen = (code: ExitCode): void => {
    if (code > exitCode) exitCode = code;
  };
  for (const name of positionals) {
    const read = await readSbomFile(name, io);
    if (!read.ok) {
      io.writeError(`${paint("red", "stele:")} ${escapeControls(read.failure)}\n`);
      worsen(2);
      continue;
    }
    const path = name === "-" ? "stdin" : name;
    const check = await checkSbom(read.value, { path, limits: LOCAL_LIMITS });
    if (!check.isValid) {
      worsen(1);
      outcomes.push({ path, valid: false, findingCounts: check.counts });
      if (!values.json) {
        io.writeOut(
          `${escapeControls(path)}: not valid, ${formatCounts(check.counts)}; \`stele sbom check\` lists them\n`,
        );
      }
      continue;
    }
    const view = viewDocument(check.content);
    const results = PROFILES.map((profile) => evaluateProfile(profile, view));
    if (results.some(({ isSatisfied }) => !isSatisfied)) worsen(1);
    outcomes.push({ path, valid: true, profiles: results.map(toJson) });
    if (!values.json) io.writeOut(results.map((result) => describe(path, result, check.content.kind, paint)).join(""));
  }
  if (values.json) io.writeOut(`${JSON.stringify(outcomes, null, 2)}\n`);
  return exitCode;
}

function describe(path: string, result: ProfileResult, kind: SbomContent["kind"], paint: Paint): string {
  const { profile, score, isSatisfied, rules } = result;
  const mark = paint(isSatisfied ? "green" : "yellow", `${score} of 100`);
  const lines = [`${paint("bold", escapeControls(path))}: ${profile.title}: ${mark}`];
  if (profile.caveat !== undefined) lines.push(`  ${paint("dim", profile.caveat)}`);
  for (const { rule, counts, places, share } of rules) {
    if (share === 1) continue;
    const shown = places.filter((place) => place !== "").slice(0, MAX_PLACES);
    const where =
      shown.length === 0
        ? ""
        : ` at ${shown.map(escapeControls).join(", ")}${places.length > shown.length ? ", …" : ""}`;
    const unknown = counts.unknown > 0 ? `, ${counts.unknown} unknown` : "";
    lines.push(`  ${rule.title.en}: ${counts.missing} missing${unknown}${where}`, `    ${rule.remedy[kind]}`);
  }
  return `${lines.join("\n")}\n`;
}

function toJson({ profile, score, isSatisfied, rules }: ProfileResult) {
  return {
    id: profile.id,
    title: profile.title,
    caveat: profile.caveat,
    satisfied: isSatisfied,
    score,
    rules: rules.map(({ rule, counts, places, share }) => ({
      id: rule.id,
      clause: rule.clause,
      share,
      ...counts,
      places,
    })),
  };
}
