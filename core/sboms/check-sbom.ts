import type { Finding, Severity } from "#core/finding.ts";
import { childPointer, valueAt } from "#core/json/json-pointer.ts";
import type { JsonLimits } from "#core/json/scan-json.ts";
import type { SchemaError } from "#core/schema-error.ts";

import { checkReferences } from "./check-references.ts";
import type { CycloneDxBom } from "./cyclonedx.ts";
import { detectFormat } from "./detect-format.ts";
import { FindingReport } from "./finding-report.ts";
import { loadValidator } from "./load-validator.ts";
import { nameComponentAt } from "./name-component.ts";
import { placeFindings } from "./pointed-finding.ts";
import { readJson } from "./read-json.ts";
import { reduceSchemaErrors } from "./reduce-schema-errors.ts";
import type { SbomFormat } from "./sbom-format.ts";
import { wordSchemaError } from "./word-schema-error.ts";

/** Under which name and limits a document is checked. */
export interface SbomCheckOptions {
  /** Name of the file in the places of findings. */
  readonly path: string;
  readonly limits?: JsonLimits;
}

/** What every check says. */
interface SbomJudgement {
  /** The graver first, in the order of the document; at most `MAX_FINDINGS`. */
  readonly findings: readonly Finding[];
  /** All findings by severity, those beyond the cap included. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A document without errors, ready to be used; there may be warnings. */
export interface ValidSbom extends SbomJudgement {
  readonly isValid: true;
  readonly format: SbomFormat;
  readonly document: CycloneDxBom;
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

/** More findings than this are counted, not listed. */
export const MAX_FINDINGS = 500;

/** Suggestions search long lists, so only the first findings get them. */
const MAX_GUESSES = 10;

/**
 * Checks an SBOM stage by stage, each trusting only what the ones before have proved: bytes, JSON, format, schema, references.
 * Never throws for bad input. Linear in the size of the document.
 */
export async function checkSbom(bytes: Uint8Array, options: SbomCheckOptions): Promise<SbomCheck> {
  const report = new FindingReport(MAX_FINDINGS);
  const read = readJson(bytes, options.limits ?? WORKER_LIMITS, report);
  if (!read.ok) return { isValid: false, ...judgement(report, read.failure.text, options) };
  const { text, document } = read.value;

  const detected = detectFormat(document);
  if (!detected.ok) {
    const { message, pointer } = detected.failure;
    const source = { clause: "CycloneDX, bomFormat and specVersion", url: "https://cyclonedx.org/docs/1.6/json/" };
    report.add("error", () => ({ ruleId: "sbom-format", message, pointer, source }));
    return { isValid: false, ...judgement(report, text, options) };
  }

  const format = detected.value;
  const validate = await loadValidator(format.version);
  if (!validate(document)) {
    reportSchemaErrors(validate.errors ?? [], document, format, report);
    return { isValid: false, format, ...judgement(report, text, options) };
  }
  checkReferences(document, report);
  const outcome = judgement(report, text, options);
  return outcome.counts.error > 0
    ? { isValid: false, format, ...outcome }
    : { isValid: true, format, document, ...outcome };
}

function judgement(report: FindingReport, text: string, { path }: SbomCheckOptions): SbomJudgement {
  return { findings: placeFindings(report.findings, text, path), counts: { ...report.counts } };
}

function reportSchemaErrors(
  errors: readonly SchemaError[],
  document: unknown,
  format: SbomFormat,
  report: FindingReport,
): void {
  for (const [index, error] of reduceSchemaErrors(errors).entries()) {
    report.add("error", () => {
      const value = valueAt(document, error.instancePath);
      const { message, replacement } = wordSchemaError(error, value, index < MAX_GUESSES);
      const component = nameComponentAt(document, error.instancePath);
      return {
        ruleId: "sbom-schema",
        message: component === undefined ? message : `${message} (in ${component})`,
        pointer: pointerOf(error),
        isAtName: error.keyword === "additionalProperties",
        source: {
          clause: `${format.name} ${format.version} JSON schema, ${error.schemaPath}`,
          url: `https://cyclonedx.org/docs/${format.version}/json/`,
        },
        ...(replacement === undefined
          ? {}
          : { replacement: { description: `Write \`${replacement}\``, value: replacement } }),
      };
    });
  }
}

/** An unexpected member is shown itself, not the object around it. */
function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  const extra = params["additionalProperty"];
  return keyword === "additionalProperties" && typeof extra === "string"
    ? childPointer(instancePath, extra)
    : instancePath;
}
