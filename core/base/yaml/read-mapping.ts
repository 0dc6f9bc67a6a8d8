import type { SchemaError } from "#core/base/schema-error.ts";

import { readYaml, type YamlOrigin } from "./read-yaml.ts";

type Mapping = Readonly<Record<string, unknown>>;

/** The members of a YAML mapping that its schema refuses; none where the text is no mapping that can be read in one way. */
export function readMapping(text: string, origin: YamlOrigin): Mapping {
  return readYaml(text, IS_MAPPING, origin).value ?? {};
}

const IS_MAPPING = Object.assign(
  (value: unknown): value is Mapping => typeof value === "object" && value !== null && !Array.isArray(value),
  { errors: [] satisfies readonly SchemaError[] },
);
