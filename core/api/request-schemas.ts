/** The schemas that requests are checked with, as parts of an OpenAPI document. */
import accounts from "../../schemas/accounts.schema.json" with { type: "json" };
import approvals from "../../schemas/approvals.schema.json" with { type: "json" };
import certificateApplication from "../../schemas/certificate-application.schema.json" with { type: "json" };
import certificateStep from "../../schemas/certificate-step.schema.json" with { type: "json" };
import checkRequest from "../../schemas/check-request.schema.json" with { type: "json" };
import manifest from "../../schemas/manifest.schema.json" with { type: "json" };

/** A JSON Schema; ours use only words that mean the same in draft 7 and in OpenAPI 3.1's dialect. */
export type JsonSchema = Readonly<Record<string, unknown>>;

interface OurSchema extends JsonSchema {
  readonly title: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

const SCHEMAS: readonly OurSchema[] = [
  accounts,
  approvals,
  certificateApplication,
  certificateStep,
  checkRequest,
  manifest,
];

/** By title; definitions become parts of their own, `CheckRequest_file`. */
export function requestSchemas(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(SCHEMAS.flatMap(partsOf));
}

function partsOf({ $schema: _dialect, $id: _id, definitions = {}, ...schema }: OurSchema): [string, JsonSchema][] {
  const { title } = schema;
  const own = Object.entries(definitions).map(([name, part]): [string, JsonSchema] => [`${title}_${name}`, part]);
  const parts: [string, JsonSchema][] = [[title, schema], ...own];
  return parts.map(([name, part]) => [name, withMovedReferences(part, title)]);
}

function withMovedReferences(schema: JsonSchema, title: string): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/definitions/', `"$ref":"#/components/schemas/${title}_`);
  return JSON.parse(text) as JsonSchema;
}
