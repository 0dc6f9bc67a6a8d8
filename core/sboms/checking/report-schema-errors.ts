import { childPointer, valueAt } from "#core/base/json/json-pointer.ts";
import type { Severity } from "#core/base/finding.ts";
import type { SchemaError } from "#core/base/schema-error.ts";

import { canonicalSpelling, writeAt } from "./canonical-spelling.ts";
import { findRepeats } from "./find-repeats.ts";
import type { FindingFacts, FindingReport } from "./finding-report.ts";
import { nameComponentAt } from "../view/name-component.ts";
import { replaceBy, type PointedRepair } from "./pointed-repair.ts";
import { quoteValue } from "./quote-value.ts";
import { reduceSchemaErrors } from "./reduce-schema-errors.ts";
import { adviseLicenses, licensesAround } from "../formats/cyclonedx/repair-licenses.ts";
import { documentationOf, type SbomFormat } from "./sbom-format.ts";
import { createSuggester, type Suggest } from "./suggest-value.ts";
import { wordSchemaError } from "./word-schema-error.ts";

/** How strictly a document is held to its schema. */
export interface SchemaTolerance {
  /** Words in another spelling are read as what they are meant to be. */
  readonly readsSpellings: boolean;
  /** Errors that become warnings. */
  readonly isTolerable: (error: SchemaError) => boolean;
}

/** Reports what a validator said, as far as it is not tolerated. Puts the right spelling of a word into the document. */
export function reportSchemaErrors(
  errors: readonly SchemaError[],
  document: unknown,
  format: SbomFormat,
  tolerance: SchemaTolerance,
  report: FindingReport,
): void {
  const suggest = createSuggester();
  const advisedLists = new Set<string>();
  for (const error of reduceSchemaErrors(errors)) {
    if (reportSpelling(error, document, format, tolerance, report)) continue;
    if (reportLicenses(error, document, format, { suggest, advised: advisedLists }, report)) continue;
    reportError(error, document, format, tolerance.isTolerable(error) ? "warning" : "error", suggest, report);
  }
}

/** What all findings of the schema have in common. */
function factsOf(
  error: SchemaError,
  document: unknown,
  format: SbomFormat,
  said: { readonly message: string; readonly repair?: PointedRepair | undefined; readonly pointer?: string },
): FindingFacts {
  const component = nameComponentAt(document, error.instancePath);
  return {
    message: component === undefined ? said.message : `${said.message} (in ${component})`,
    pointer: said.pointer ?? error.instancePath,
    source: {
      clause: `${format.name} ${format.version} JSON schema, ${error.schemaPath}`,
      url: documentationOf(format),
    },
    ...(said.repair === undefined ? {} : { repair: said.repair }),
  };
}

/** A word in another spelling is noted and read as what it means. */
function reportSpelling(
  error: SchemaError,
  document: unknown,
  format: SbomFormat,
  { readsSpellings }: SchemaTolerance,
  report: FindingReport,
): boolean {
  const { keyword, instancePath, schemaPath } = error;
  // Ids of licenses are names, not words of the format: another spelling is another text to whoever compares them.
  if (!readsSpellings || keyword !== "enum" || licensesAround(instancePath) !== undefined) return false;
  const value = valueAt(document, instancePath);
  const meant = canonicalSpelling(value, error.params["allowedValues"]);
  if (meant === undefined) return false;
  report.add("note", { ruleId: "sbom-spelling", kind: schemaPath, cause: String(value) }, () =>
    factsOf(error, document, format, {
      message: `${quoteValue(value)} is read as ${quoteValue(meant)}, expected this spelling`,
      repair: replaceBy(meant),
    }),
  );
  writeAt(document, instancePath, meant);
  return true;
}

/** One finding for all that the schema says about a list of licenses. */
function reportLicenses(
  error: SchemaError,
  document: unknown,
  format: SbomFormat,
  { suggest, advised }: { readonly suggest: Suggest; readonly advised: Set<string> },
  report: FindingReport,
): boolean {
  if (format.name !== "CycloneDX") return false;
  const pointer = licensesAround(`${error.instancePath}/`);
  if (pointer === undefined) return false;
  if (advised.has(pointer)) return true;
  const advice = adviseLicenses(document, pointer, format.version, suggest);
  if (advice === undefined) return false;
  advised.add(pointer);
  report.add("error", { ruleId: "sbom-schema", kind: "licenses", cause: advice.message }, () =>
    factsOf(error, document, format, { ...advice, pointer }),
  );
  return true;
}

function reportError(
  error: SchemaError,
  document: unknown,
  format: SbomFormat,
  severity: Severity,
  suggest: Suggest,
  report: FindingReport,
): void {
  const { keyword, schemaPath, instancePath, params } = error;
  const value = valueAt(document, instancePath);
  const subject = params["missingProperty"] ?? params["additionalProperty"] ?? (keyword === "enum" ? value : "");
  const cause = typeof subject === "string" ? subject : "";
  report.add(severity, { ruleId: "sbom-schema", kind: `${keyword} ${schemaPath}`, cause }, () => {
    const { message, replacement } = wordSchemaError(error, value, suggest);
    const repair = replacement === undefined ? repairRepeats(error, value) : replaceBy(replacement);
    return {
      ...factsOf(error, document, format, { message, repair, pointer: pointerOf(error) }),
      isAtName: keyword === "additionalProperties",
    };
  });
}

/** What is there twice in a list goes. */
function repairRepeats({ keyword }: SchemaError, value: unknown): PointedRepair | undefined {
  if (keyword !== "uniqueItems" || !Array.isArray(value)) return undefined;
  const indexes = findRepeats(value);
  return { kind: "remove-elements", description: "Take out what is there already", indexes };
}

/** An unexpected member is shown itself, not the object around it. */
function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  const extra = params["additionalProperty"];
  return keyword === "additionalProperties" && typeof extra === "string"
    ? childPointer(instancePath, extra)
    : instancePath;
}
