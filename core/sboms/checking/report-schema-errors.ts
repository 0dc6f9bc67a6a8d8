import { childPointer, valueAt } from "#core/base/json/json-pointer.ts";
import type { SchemaError } from "#core/base/schema-error.ts";

import type { FindingReport } from "./finding-report.ts";
import { nameComponentAt } from "../view/name-component.ts";
import { reduceSchemaErrors } from "./reduce-schema-errors.ts";
import { documentationOf, type SbomFormat } from "./sbom-format.ts";
import { wordSchemaError } from "./word-schema-error.ts";

/** Suggestions search long lists, so only the first findings get them. */
const MAX_GUESSES = 10;

/** Reports what a validator said; `isTolerable` errors become warnings. */
export function reportSchemaErrors(
  errors: readonly SchemaError[],
  document: unknown,
  format: SbomFormat,
  isTolerable: (error: SchemaError) => boolean,
  report: FindingReport,
): void {
  for (const [index, error] of reduceSchemaErrors(errors).entries()) {
    report.add(isTolerable(error) ? "warning" : "error", () => {
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
          url: documentationOf(format),
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
