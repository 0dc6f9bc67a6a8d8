/** JSON Schema -> one ES module that validates, without eval, `require` or network at run time. */
import { fileURLToPath } from "node:url";

import { _, Ajv, type AnySchemaObject, type KeywordCxt, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

import { formats } from "./runtime/formats.ts";
import { firstRepeat } from "./runtime/unique-items.ts";
import { keepUsedData } from "./keep-used-data.ts";
import { stripAnnotations } from "./strip-annotations.ts";

/** What to compile. */
export interface ValidatorJob {
  readonly schema: AnySchemaObject;
  /** Schemas that `schema` refers to, by the URI that its `$ref`s resolve to. */
  readonly references?: Readonly<Record<string, AnySchemaObject>>;
  /** Our own schemas are held to ajv's strict mode; those of others are taken as they are. */
  readonly strict: boolean;
}

const RUNTIME = fileURLToPath(new URL("runtime", import.meta.url));

/** What generated code asks for by `require`, and the name it has in our runtime. */
const RUNTIME_NAMES: readonly (readonly [RegExp, string])[] = [
  [/require\("runtime\/formats"\)/g, "formats"],
  [/require\("runtime\/unique-items"\)\.firstRepeat/g, "firstRepeat"],
  [/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, "lengthInCodePoints"],
  [/require\("ajv\/dist\/runtime\/equal"\)\.default/g, "isEqualJson"],
];

/** The source text of an ES module that exports `validate`. */
export async function compileValidator(job: ValidatorJob): Promise<string> {
  const ajv = createAjv(job);
  const generated = standaloneCode(ajv, { generatedValidator: schemaKey(job.schema) });
  return await bundle(patch(keepUsedData(generated)));
}

function schemaKey(schema: AnySchemaObject): string {
  return typeof schema.$id === "string" ? schema.$id : "schema";
}

function createAjv({ schema, references = {}, strict }: ValidatorJob): Ajv {
  const options: Options = {
    strict,
    strictRequired: false,
    allErrors: true,
    validateSchema: strict,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: false, formats: _`require("runtime/formats")` },
  };
  const is2020 = typeof schema.$schema === "string" && schema.$schema.includes("2020-12");
  const ajv: Ajv = is2020 ? new Ajv2020(options) : new Ajv(options);
  for (const [name, isFormat] of Object.entries(formats)) ajv.addFormat(name, isFormat);
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: {
      message: "must NOT have duplicate items",
      params: ({ params }) => _`{i: ${params["repeat"]}.i, j: ${params["repeat"]}.j}`,
    },
    code: generateUniqueItems,
  });
  for (const [uri, reference] of Object.entries(references)) ajv.addSchema(stripAnnotations(reference), uri);
  ajv.addSchema(stripAnnotations(schema), schemaKey(schema));
  return ajv;
}

function generateUniqueItems(context: KeywordCxt): void {
  if (context.schema !== true) return;
  const find = context.gen.scopeValue("func", {
    ref: firstRepeat,
    code: _`require("runtime/unique-items").firstRepeat`,
  });
  const repeat = context.gen.const("repeat", _`${find}(${context.data})`);
  context.setParams({ repeat });
  context.fail(_`${repeat} !== undefined`);
}

/** Replaces what the generated code requires, and how it collects errors. */
function patch(generated: string): string {
  let code = generated;
  for (const [required, name] of RUNTIME_NAMES) code = code.replace(required, name);
  const unknown = /require\([^()]*\)/.exec(code);
  if (unknown !== null) throw new Error(`Generated code needs ${unknown[0]}, which the runtime does not offer`);
  code = code
    .replace(/\bvErrors\.concat\(/g, "append(vErrors, ")
    .replace(/\bvErrors\.push\(/g, "push(vErrors, ")
    .replace(/^"use strict";/, "")
    .replace(/^export default .*$/gm, "")
    .replace(/\bexport const generatedValidator\b/, "const generatedValidator");
  return `import { append, push, run } from "./errors.ts";
import { formats } from "./formats.ts";
import { lengthInCodePoints } from "./code-points.ts";
import { isEqualJson } from "./equal-json.ts";
import { firstRepeat, forgetItems } from "./unique-items.ts";
${code}
export function validate(data) {
  validate.errors = run(generatedValidator, data);
  forgetItems();
  return validate.errors === null;
}
validate.errors = null;
`;
}

async function bundle(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: RUNTIME, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2024",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    treeShaking: true,
    write: false,
  });
  const output = result.outputFiles[0];
  if (output === undefined) throw new Error("esbuild wrote nothing");
  return output.text;
}
