import type { AnySchemaObject } from "ajv";

/** Keywords that say something to people only; the generated code would carry them along. */
const ANNOTATIONS = new Set(["title", "description", "examples", "default", "deprecated", "$comment", "meta:enum"]);

/** Keywords whose members are names chosen by the schema's author, not keywords. */
const MAPS = new Set([
  "properties",
  "patternProperties",
  "definitions",
  "$defs",
  "dependencies",
  "dependentRequired",
  "dependentSchemas",
]);

/** Keywords whose value is data. */
const DATA = new Set(["const", "enum"]);

/** The same schema without annotations: same verdicts, half the code. */
export function stripAnnotations(schema: AnySchemaObject): AnySchemaObject {
  return stripSchema(schema) as AnySchemaObject;
}

function stripSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(stripSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !ANNOTATIONS.has(keyword))
      .map(([keyword, value]) => [keyword, stripKeyword(keyword, value)]),
  );
}

function stripKeyword(keyword: string, value: unknown): unknown {
  if (DATA.has(keyword)) return value;
  if (!MAPS.has(keyword)) return stripSchema(value);
  return Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, stripSchema(schema)]));
}
