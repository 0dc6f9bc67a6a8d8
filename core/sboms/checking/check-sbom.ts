import type { Finding, Severity } from "#core/base/finding.ts";
import type { JsonLimits } from "#core/base/json/scan-json.ts";

import { checkOfficialLetter } from "../formats/cyclonedx/check-official-letter.ts";
import { checkReferences } from "../formats/cyclonedx/check-references.ts";
import { checkSpdxRules } from "../formats/spdx2/rules/index.ts";
import { checkSpdxReferences } from "../formats/spdx2/check-spdx-references.ts";
import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import { detectFormat } from "./detect-format.ts";
import { FindingReport } from "./finding-report.ts";
import { loadCycloneDxValidator, loadSpdxValidator } from "./load-validator.ts";
import { placeFindings } from "./pointed-finding.ts";
import { readJson } from "./read-json.ts";
import { reportSchemaErrors, type SchemaTolerance } from "./report-schema-errors.ts";
import type { SbomContent } from "../view/sbom-content.ts";
import type { CycloneDxFormat, SbomFormat, Spdx3Format, SpdxFormat } from "./sbom-format.ts";
import { checkSemantics } from "../semantics/check-semantics.ts";
import type { SpdxDocument } from "../formats/spdx2/spdx.ts";
import { checkSpdx3Graph } from "../formats/spdx3/check-graph.ts";
import type { Spdx3Document } from "../formats/spdx3/graph.ts";
import { isTolerable } from "../formats/spdx2/tolerate-spdx.ts";

/** Under which name and limits a document is checked. */
export interface SbomCheckOptions {
  /** Name of the file in the places of findings. */
  readonly path: string;
  /** Default: `WORKER_LIMITS`. */
  readonly limits?: JsonLimits;
  /** The document is held to every letter of its standard, also where real documents are not (default: false). */
  readonly isStrict?: boolean;
}

/** What every check says. */
interface SbomJudgement {
  /** The graver first, each cause once, in the order of its first place. */
  readonly findings: readonly Finding[];
  /** All findings by severity, every place counted. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A document without errors, ready to be used; there may be warnings. */
interface ValidSbom extends SbomJudgement {
  readonly isValid: true;
  readonly format: SbomFormat;
  readonly content: SbomContent;
}

/** A document with errors; the format if it was recognized. */
export interface InvalidSbom extends SbomJudgement {
  readonly isValid: false;
  readonly format?: SbomFormat;
}

/** The verdict on a document. */
export type SbomCheck = ValidSbom | InvalidSbom;

/**
 * What the worker can afford in 128 MB. Depth: the compiled validators recurse and overflow the stack near 1,000; documents
 * made by tools stay below 20.
 */
export const WORKER_LIMITS: JsonLimits = { maxDepth: 64, maxContainers: 500_000, maxNameLength: 256 };

/** For machines of one's own. */
export const LOCAL_LIMITS: JsonLimits = { maxDepth: 64, maxContainers: 50_000_000, maxNameLength: 256 };

/**
 * Checks an SBOM stage by stage, each trusting only what the ones before have proved: bytes, JSON, format, schema, references,
 * meaning.
 * Never throws for bad input. Linear in the size of the document.
 */
export async function checkSbom(bytes: Uint8Array, options: SbomCheckOptions): Promise<SbomCheck> {
  const report = new FindingReport();
  const conclude = (text: string): SbomJudgement => ({
    findings: placeFindings(report.findings, text, options.path),
    counts: { ...report.counts },
  });
  const read = readJson(bytes, options.limits ?? WORKER_LIMITS, report);
  if (!read.ok) return { isValid: false, ...conclude(read.failure.text) };
  const { text, document } = read.value;
  const detected = detectFormat(document);
  if (!detected.ok) {
    const source = { clause: "CycloneDX, `bomFormat` and `specVersion`; SPDX, `spdxVersion`" };
    report.add("error", { ruleId: "sbom-format" }, () => ({ ...detected.failure, source }));
    return { isValid: false, ...conclude(text) };
  }
  const format = detected.value;
  const content =
    format.name === "SPDX"
      ? await checkAnySpdx(document, format, options.isStrict ?? false, report)
      : await checkCycloneDx(document, format, options.isStrict ?? false, report);
  if (content !== undefined) checkSemantics(content, options.isStrict ?? false, report);
  return content === undefined || report.counts.error > 0
    ? { isValid: false, format, ...conclude(text) }
    : { isValid: true, format, content, ...conclude(text) };
}

/** The document if its schema accepts it, but for the spelling of words. */
async function checkCycloneDx(
  document: unknown,
  format: CycloneDxFormat,
  isStrict: boolean,
  report: FindingReport,
): Promise<SbomContent | undefined> {
  const validate = await loadCycloneDxValidator(format.version);
  if (!validate(document)) {
    const tolerance = { readsSpellings: !isStrict, isTolerable: () => false };
    reportSchemaErrors(validate.errors ?? [], document, format, tolerance, report);
    if (report.counts.error > 0) return undefined;
  }
  // Words are spelled as the schema wants them by now, and nothing else was tolerated.
  const bom = document as CycloneDxBom;
  checkOfficialLetter(bom, format, isStrict, report);
  checkReferences(bom, report);
  return { kind: "CycloneDX", document: bom };
}

async function checkAnySpdx(
  document: unknown,
  format: SpdxFormat | Spdx3Format,
  isStrict: boolean,
  report: FindingReport,
): Promise<SbomContent | undefined> {
  if (format.version !== "3.0.1") {
    return await checkSpdx(document, { name: "SPDX", version: format.version }, isStrict, report);
  }
  // The format was recognized by a member, so this is an object.
  const graph = document as Spdx3Document;
  checkSpdx3Graph(graph, report);
  return report.counts.error > 0 ? undefined : { kind: "SPDX3", document: graph };
}

/** The document if its schema accepts it, or nearly. */
async function checkSpdx(
  document: unknown,
  format: SpdxFormat,
  isStrict: boolean,
  report: FindingReport,
): Promise<SbomContent | undefined> {
  const validate = await loadSpdxValidator(format.version);
  if (!validate(document)) {
    const tolerance: SchemaTolerance = {
      readsSpellings: !isStrict,
      isTolerable: (error) => !isStrict && isTolerable(error, document),
    };
    reportSchemaErrors(validate.errors ?? [], document, format, tolerance, report);
    if (report.counts.error > 0) return undefined;
  }
  // What is tolerated is optional in the type.
  const spdx = document as SpdxDocument;
  checkSpdxReferences(spdx, report);
  checkSpdxRules(spdx, isStrict, report);
  return { kind: "SPDX", document: spdx };
}
