import { parseArgs } from "node:util";

import { checkSbom, LOCAL_LIMITS } from "#core/sboms/check-sbom.ts";
import {
  diffComponents,
  type ChangedComponent,
  type ComparedComponent,
  type ComponentsDiff,
} from "#core/sboms/diff/diff-components.ts";
import { diffJson } from "#core/sboms/diff/diff-json.ts";
import { componentsOfContent } from "#core/sboms/sbom-content.ts";
import { escapeControls } from "#core/text/escape-controls.ts";

import { CannotRun, type CommandIo, type ExitCode } from "../command.ts";
import { createPaint, type Paint } from "../paint.ts";
import { readSbomFile } from "./read-sbom-file.ts";

/** `stele sbom diff EARLIER LATER [--json]`: exit code 0 when the components are the same, 1 when not, 2 when one cannot be read. */
export async function diffSbomFiles(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [earlier, later, ...others] = positionals;
  if (earlier === undefined || later === undefined || others.length > 0) {
    throw new CannotRun("Name two SBOM files, the earlier one first: `stele sbom diff <file> <file>`.");
  }
  const diff = diffComponents(await readComponents(earlier, io), await readComponents(later, io));
  const { added, removed, changed } = diff;
  if (values.json) io.writeOut(`${JSON.stringify({ earlier, later, ...diffJson(diff) }, null, 2)}\n`);
  else io.writeOut(`${describe(diff, createPaint(io.color))}\n`);
  return added.length + removed.length + changed.length === 0 ? 0 : 1;
}

/** Formats may differ: what is compared, all have. */
async function readComponents(name: string, io: CommandIo): Promise<readonly ComparedComponent[]> {
  const read = await readSbomFile(name, io);
  if (!read.ok) throw new CannotRun(read.failure);
  const check = await checkSbom(read.value, { path: name, limits: LOCAL_LIMITS });
  if (!check.isValid) throw new CannotRun(`\`${name}\` is not a valid SBOM; \`stele sbom check\` says why.`);
  return componentsOfContent(check.content);
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
