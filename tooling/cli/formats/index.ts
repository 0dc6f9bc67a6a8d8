import type { Format } from "./format.ts";
import { formatJson } from "./json.ts";
import { formatPretty } from "./pretty.ts";

/** The formats of `stele check --format`. */
export const FORMATS: Readonly<Record<string, Format>> = {
  pretty: formatPretty,
  json: formatJson,
};
