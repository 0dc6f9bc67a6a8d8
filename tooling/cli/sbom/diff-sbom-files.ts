import { parseArgs } from "node:util";

import type { Finding } from "#core/base/finding.ts";
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import {
  diffComponents,
  type ChangedComponent,
  type ComparedComponent,
  type ComponentsDiff,
} from "#core/sboms/diff/diff-components.ts";
import { diffJson } from "#core/sboms/diff/diff-json.ts";
import { placeFindings } from "#core/sboms/checking/pointed-finding.ts";
import { componentsOfContent } from "#core/sboms/view/sbom-content.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun, type ExitCode } from "../command.ts";
import { createPaint, type Paint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import { isReportFormat, unknownFormat, writeReport } from "./report-sbom-checks.ts";
import { showFileProgress } from "./show-file-progress.ts";

/** `stele sbom diff EARLIER LATER [--json | --format F]`: exit code 0 when the components are the same, 1 when not, 2 when one cannot be read. */
export async function diffSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, format: { type: "string", default: "pretty" } },
  });
  const [earlier, later, ...others] = positionals;
  if (earlier === undefined || later === undefined || others.length > 0) {
    throw new CannotRun("Name two SBOM files, the earlier one first: `stele sbom diff <file> <file>`.");
  }
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) throw unknownFormat(format);
  const startedAt = io.now().getTime();
  const [before, after] = [await readSide(earlier, 0, io), await readSide(later, 1, io)];
  const diff = diffComponents(before.components, after.components);
  const { added, removed, changed } = diff;
  if (isReportFormat(format)) {
    const files = [
      {
        ...before,
        findings: placeAt(
          before,
          removed.map((one) => [one, `Removed: ${nameOf(one)}`, "sbom-diff-removed"]),
        ),
      },
      {
        ...after,
        findings: placeAt(after, [
          ...added.map((one) => [one, `Added: ${nameOf(one)}`, "sbom-diff-added"] as const),
          ...changed.map((one) => [one.after, `Changed: ${describeChange(one)}`, "sbom-diff-changed"] as const),
        ]),
      },
    ];
    writeReport(format, files, io.now().getTime() - startedAt, io);
  } else if (format === "json") io.writeOut(`${JSON.stringify({ earlier, later, ...diffJson(diff) }, null, 2)}\n`);
  else io.writeOut(`${describe(diff, createPaint(io.color))}\n`);
  return added.length + removed.length + changed.length === 0 ? 0 : 1;
}

/** One of the two documents. */
interface Side {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly components: readonly ComparedComponent[];
}

/** Formats may differ: what is compared, all have. */
async function readSide(name: string, index: number, io: ProgressIo): Promise<Side> {
  const read = await readSbomFile(name, io);
  if (!read.ok) throw new CannotRun(read.failure);
  showFileProgress("Comparing", { name, index, total: 2, bytes: read.value }, io);
  const check = await checkSbom(read.value, { path: name, limits: LOCAL_LIMITS });
  if (!check.isValid) throw new CannotRun(`\`${name}\` is not a valid SBOM; \`stele sbom check\` says why.`);
  return { path: name, bytes: read.value, components: componentsOfContent(check.content) };
}

/** What changed as notes at the components, for readers of findings. */
function placeAt(
  { path, bytes }: Side,
  changes: readonly (readonly [component: ComparedComponent, message: string, ruleId: string])[],
): readonly Finding[] {
  const source = { clause: "Stele, components of two SBOMs compared" };
  const findings = changes.map(([{ pointer }, message, ruleId]) => {
    return { ruleId, severity: "note" as const, message, pointer, source };
  });
  return placeFindings(findings, new TextDecoder().decode(bytes), path);
}

function describe({ added, removed, changed, unchangedCount }: ComponentsDiff, paint: Paint): string {
  return [
    ...removed.map((component) => paint("red", `- ${nameOf(component)}`)),
    ...added.map((component) => paint("green", `+ ${nameOf(component)}`)),
    ...changed.map((change) => paint("yellow", `~ ${describeChange(change)}`)),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchangedCount} the same`,
  ].join("\n");
}

function describeChange({ before, after, changes }: ChangedComponent): string {
  const parts = changes.map((kind) => {
    if (kind === "version") return `version ${before.version ?? "none"} → ${after.version ?? "none"}`;
    if (kind === "license") return `license ${listOf(before.licenses)} → ${listOf(after.licenses)}`;
    // A new version has another hash; the same version with another hash deserves a look.
    return changes.includes("version") ? "hash" : "hash of the same version";
  });
  const { version: _version, ...unversioned } = after;
  return escapeControls(`${nameOf(unversioned)}: ${parts.join(", ")}`);
}

function nameOf({ group, name, version }: Pick<ComparedComponent, "group" | "name" | "version">): string {
  const whole = group === undefined || group === "" ? name : `${group}/${name}`;
  return escapeControls(version === undefined ? whole : `${whole} ${version}`);
}

function listOf(licenses: readonly string[]): string {
  return licenses.length === 0 ? "none" : licenses.join(", ");
}
