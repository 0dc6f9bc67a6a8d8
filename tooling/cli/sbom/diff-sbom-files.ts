import { parseArgs } from "node:util";

import type { Finding } from "#core/base/finding.ts";
import { checkSbom, LOCAL_LIMITS } from "#core/sboms/checking/check-sbom.ts";
import { placeFindings } from "#core/sboms/checking/pointed-finding.ts";
import { sideOfContent, type ComparedSide } from "#core/sboms/diff/compared-side.ts";
import { diffJson } from "#core/sboms/diff/diff-json.ts";
import { diffSboms, isSame } from "#core/sboms/diff/diff-sboms.ts";

import { CannotRun, type ExitCode } from "../command.ts";
import { createPaint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { chosenKinds, describeDiff, ignoreChanges, linesOfDiff, type DiffLine } from "./describe-diff.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import { isReportFormat, unknownFormat, writeReport } from "./report-sbom-checks.ts";
import { showFileProgress } from "./show-file-progress.ts";

/**
 * `stele sbom diff EARLIER LATER [--ignore KINDS] [--json | --format F]`: exit code 0 when nothing that was compared is different, 1 when
 * something is, 2 when one cannot be read.
 */
export async function diffSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
      ignore: { type: "string", multiple: true, default: [] },
    },
  });
  const [earlier, later, ...others] = positionals;
  if (earlier === undefined || later === undefined || others.length > 0) {
    throw new CannotRun("Name two SBOM files, the earlier one first: `stele sbom diff <file> <file>`.");
  }
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) throw unknownFormat(format);
  const ignored = chosenKinds(values.ignore);
  const startedAt = io.now().getTime();
  const [before, after] = [await readSide(earlier, 0, io), await readSide(later, 1, io)];
  const diff = ignoreChanges(diffSboms(before.side, after.side), ignored);
  if (isReportFormat(format)) {
    const lines = linesOfDiff(diff);
    const files = [
      {
        ...before,
        findings: placeAt(
          before,
          lines.filter(({ sign }) => sign === "-"),
        ),
      },
      {
        ...after,
        findings: placeAt(
          after,
          lines.filter(({ sign }) => sign !== "-"),
        ),
      },
    ];
    writeReport(format, files, io.now().getTime() - startedAt, io);
  } else if (format === "json") io.writeOut(`${JSON.stringify({ earlier, later, ...diffJson(diff) }, null, 2)}\n`);
  else io.writeOut(`${describeDiff(diff, createPaint(io.color))}\n`);
  return isSame(diff) ? 0 : 1;
}

/** One of the two documents. */
interface ReadSide {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly side: ComparedSide;
}

/** Formats may differ: what is compared, all have, and what is not, is said. */
async function readSide(name: string, index: number, io: ProgressIo): Promise<ReadSide> {
  const read = await readSbomFile(name, io);
  if (!read.ok) throw new CannotRun(read.failure);
  showFileProgress("Comparing", { name, index, total: 2, bytes: read.value }, io);
  const check = await checkSbom(read.value, { path: name, limits: LOCAL_LIMITS });
  if (!check.isValid) throw new CannotRun(`\`${name}\` is not a valid SBOM; \`stele sbom check\` says why.`);
  return { path: name, bytes: read.value, side: sideOfContent(check.content) };
}

const VERBS = { "+": "Added", "-": "Removed", "~": "Changed" } as const;

/** What changed as notes at its places, for readers of findings. */
function placeAt({ path, bytes }: ReadSide, lines: readonly DiffLine[]): readonly Finding[] {
  const source = { clause: "Stele, two SBOMs compared" };
  const findings = lines.map(({ sign, text, ruleId, pointer }) => {
    return { ruleId, severity: "note" as const, message: `${VERBS[sign]}: ${text}`, pointer, source };
  });
  return placeFindings(findings, new TextDecoder().decode(bytes), path);
}
