import { parseArgs } from "node:util";

import { escapeControls } from "#core/base/text/escape-controls.ts";
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import type { SbomContent } from "#core/sboms/view/sbom-content.ts";
import { componentsOfContent, subjectOfContent } from "#core/sboms/view/sbom-content.ts";
import type { ComponentView } from "#core/sboms/view/document-view.ts";
import { viewDocument } from "#core/sboms/view/view-document.ts";

import { closestName } from "#core/base/text/closest-name.ts";
import { CannotRun, type ExitCode } from "../command.ts";
import { csvLine } from "../formats/csv-line.ts";
import { createPaint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { expandSbomPaths } from "./expand-sbom-paths.ts";
import { readSbomFile } from "./read-sbom-file.ts";

/** Facts that a component may lack, as they are named behind `--missing`. */
const FACTS = ["version", "supplier", "producer", "identifier", "hash", "license", "dependencies"] as const;
type Fact = (typeof FACTS)[number];

/** A component and what is not said of it. */
interface ListedComponent {
  readonly path: string;
  readonly pointer: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly missing: readonly Fact[];
}

/**
 * `stele sbom list FILE… [--missing FACT] [--json | --format csv]`: exit code 0 when nothing is listed that lacks what was asked for, 1 when
 * something is, 2 when a file cannot be read or is no valid SBOM.
 */
export async function listSbomComponents(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
      missing: { type: "string", multiple: true, default: [] },
    },
  });
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && format !== "csv") {
    throw new CannotRun(`There is no format \`${format}\` of lists; there are \`pretty\`, \`json\` and \`csv\`.`);
  }
  const wanted = values.missing.flatMap((list) => list.split(",")).map(chosenFact);
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files whose components to list.");
  const listed: ListedComponent[] = [];
  let exitCode: ExitCode = 0;
  for (const path of await expandSbomPaths(positionals, io)) {
    const read = await readSbomFile(path, io);
    const check = read.ok ? await checkSbom(read.value, { path, limits: LOCAL_LIMITS }) : undefined;
    if (check?.isValid === true) listed.push(...listComponents(path, check.content, wanted));
    else {
      const reason = read.ok ? `\`${path}\` is not a valid SBOM; \`stele sbom check\` says why.` : read.failure;
      io.writeError(`${createPaint(io.color)("red", "stele:")} ${escapeControls(reason)}\n`);
      exitCode = 2;
    }
  }
  io.writeOut(write(listed, format));
  return exitCode === 0 && wanted.length > 0 && listed.length > 0 ? 1 : exitCode;
}

function chosenFact(text: string): Fact {
  const known = FACTS.find((fact) => fact === text);
  if (known !== undefined) return known;
  const near = closestName(text, FACTS);
  const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  throw new CannotRun(
    `Components lack no \`${text}\`; there are ${FACTS.map((name) => `\`${name}\``).join(", ")}.${hint}`,
  );
}

/** All components, or those that lack one of the facts; an explicit "unknown" is no fact. */
function listComponents(path: string, content: SbomContent, wanted: readonly Fact[]): readonly ListedComponent[] {
  const subject = subjectOfContent(content);
  const named = new Map(
    [...(subject === undefined ? [] : [subject]), ...componentsOfContent(content)].map((one) => [one.pointer, one]),
  );
  return viewDocument(content).components.flatMap((view) => {
    const missing = FACTS.filter((fact) => isMissing(view, fact));
    if (wanted.length > 0 && !wanted.some((fact) => missing.includes(fact))) return [];
    const { name = "", version = "", purl = "" } = named.get(view.pointer) ?? {};
    return { path, pointer: view.pointer, name, version, purl, missing };
  });
}

function isMissing(view: ComponentView, fact: Fact): boolean {
  return view[fact] !== "present";
}

function write(listed: readonly ListedComponent[], format: "pretty" | "json" | "csv"): string {
  if (format === "json") return `${JSON.stringify(listed, null, 2)}\n`;
  if (format === "csv") {
    const head = ["path", "pointer", "name", "version", "purl", "missing"];
    const rows = listed.map(({ path, pointer, name, version, purl, missing }) => [
      path,
      pointer,
      name,
      version,
      purl,
      missing.join(" "),
    ]);
    return [head, ...rows].map(csvLine).join("");
  }
  const lines = listed.map(({ path, pointer, name, version, missing }) => {
    const lacks = missing.length === 0 ? "" : ` (no ${missing.join(", ")})`;
    return escapeControls(`${path}: ${[name, version].filter((part) => part !== "").join(" ")}${lacks} at ${pointer}`);
  });
  return `${[...lines, `${listed.length} ${listed.length === 1 ? "component" : "components"}`].join("\n")}\n`;
}
