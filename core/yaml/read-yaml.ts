import { parseDocument, type Document } from "yaml";

import type { Finding, Place, Source } from "#core/finding.ts";
import type { SchemaValidator } from "#core/schema-error.ts";
import { createLineIndex } from "#core/text/line-index.ts";

/** How findings about a YAML text name themselves and their place. */
export interface YamlOrigin {
  /** Path of the file. */
  readonly path: string;
  /** Rule ids begin with it: `provider` makes `provider-syntax` and `provider-schema`. */
  readonly rule: string;
  readonly source: Source;
  /** Lines before the text in its file, for front matter (default: 0). */
  readonly linesBefore?: number;
}

/** A YAML text that holds what its schema says, or the findings that say why not. */
export interface YamlReading<Value> {
  readonly value: Value | undefined;
  readonly findings: readonly Finding[];
}

/** Aliases expand; more than this many is a bomb, not a document. */
const MAX_ALIASES = 100;

/** Complaints shown per file: the first ones explain the rest. */
const MAX_SCHEMA_FINDINGS = 20;

/** Reads one YAML 1.2 document and validates it; every fault is a finding with line and column. Never throws. */
export function readYaml<Value>(
  text: string,
  validate: SchemaValidator<Value>,
  origin: YamlOrigin,
): YamlReading<Value> {
  const lines = createLineIndex(text);
  const shift = origin.linesBefore ?? 0;
  const placeOf = (start: number, end: number): Place => {
    const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
    return {
      path: origin.path,
      start: { ...from, line: from.line + shift },
      end: { ...to, line: to.line + shift },
      quote: lines.lineText(from.line),
    };
  };
  const fault = (kind: "syntax" | "schema", message: string, place: Place): Finding => ({
    ruleId: `${origin.rule}-${kind}`,
    severity: "error",
    message,
    place,
    source: origin.source,
  });
  const yaml = parseDocument(text, { prettyErrors: false });
  const [syntaxError] = yaml.errors;
  if (syntaxError !== undefined) {
    const message = `This is not YAML: ${syntaxError.message}`;
    return { value: undefined, findings: [fault("syntax", message, placeOf(...syntaxError.pos))] };
  }
  const value = toValue(yaml);
  if (value === TOO_MANY_ALIASES) {
    const message = `The aliases expand to more than ${MAX_ALIASES} nodes; write the values out.`;
    return { value: undefined, findings: [fault("syntax", message, placeOf(0, 0))] };
  }
  if (validate(value)) return { value, findings: [] };
  const findings = (validate.errors ?? []).slice(0, MAX_SCHEMA_FINDINGS).map((error) => {
    const [start, end] = rangeOf(yaml, error.instancePath);
    const extra = error.params["additionalProperty"];
    const named = typeof extra === "string" ? `: \`${extra}\`` : "";
    const pointer = error.instancePath === "" ? "/" : error.instancePath;
    return fault("schema", `\`${pointer}\` ${error.message ?? "is not valid"}${named}`, {
      ...placeOf(start, end),
      pointer,
    });
  });
  return { value: undefined, findings };
}

const TOO_MANY_ALIASES = Symbol("too many aliases");

function toValue(yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch {
    return TOO_MANY_ALIASES; // the library's ReferenceError
  }
}

function rangeOf(yaml: Document, pointer: string): readonly [number, number] {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const node: unknown = keys.length === 0 ? yaml.contents : yaml.getIn(keys, true);
  const range = (node as { range?: readonly [number, number, number] | null } | undefined)?.range;
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}
