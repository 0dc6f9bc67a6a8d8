/** JSON Schema -> the TypeScript declaration of its validator. Knows the part of JSON Schema that our schemas use. */
import type { AnySchemaObject } from "ajv";

/** The name of each type, the root's and its definitions', by `$ref`: `#/$defs/module` -> `Module`. */
type TypeNames = ReadonlyMap<string, string>;

/**
 * The text of the `.d.ts` beside a validator. `references` are other schemas of ours that it takes as parts, each typed
 * beside its own validator. Fails for what it cannot express, so that no type lies.
 */
export function generateTypes(
  schema: AnySchemaObject,
  fileName: string,
  references: readonly AnySchemaObject[] = [],
): string {
  const rootName = pascalCase(typeof schema.title === "string" ? schema.title : fileName);
  const definitions = definitionsOf(schema);
  const parts = references.map((part) => {
    const file = String(part.$id).replace(/^.*\//, "");
    const name = pascalCase(String(part.title));
    return [file, `import("./${file.replace(".schema.json", ".js")}").${name}`] as const;
  });
  const names = new Map([
    ["#", rootName],
    ...parts,
    ...definitions.map(({ reference, name }) => [reference, name] as const),
  ]);
  const types = [
    declaration(rootName, schema, names),
    ...definitions.map(({ name, schema }) => declaration(name, schema, names)),
  ];
  return `// Generated from schemas/${fileName}.schema.json by tooling/build/compile-schemas.ts.
import type { SchemaValidator } from "#core/base/schema-error.ts";

${types.join("\n\n")}

/** Whether data conforms to the schema; the errors of the last call are in \`validate.errors\`. */
export declare const validate: SchemaValidator<${rootName}>;
`;
}

function definitionsOf(
  schema: AnySchemaObject,
): readonly { readonly reference: string; readonly name: string; readonly schema: AnySchemaObject }[] {
  return ["$defs", "definitions"].flatMap((keyword) =>
    Object.entries((schema[keyword] ?? {}) as Record<string, AnySchemaObject>).map(([key, definition]) => ({
      reference: `#/${keyword}/${key}`,
      name: pascalCase(key),
      schema: definition,
    })),
  );
}

function declaration(name: string, schema: AnySchemaObject, names: TypeNames): string {
  const type = typeOf(schema, names, "");
  const keyword = type.startsWith("{") && type.endsWith("\n}") ? `interface ${name} ` : `type ${name} = `;
  return `${comment(schema, "")}export ${keyword}${type}${keyword.startsWith("type") ? ";" : ""}`;
}

function comment(schema: AnySchemaObject, indent: string): string {
  if (typeof schema.description !== "string") return "";
  return `${indent}/** ${schema.description.replace(/\*\//g, "*\\/").replace(/\s+/g, " ")} */\n`;
}

function typeOf(schema: AnySchemaObject | boolean, names: TypeNames, indent: string): string {
  if (typeof schema === "boolean") return schema ? "unknown" : "never";
  if (typeof schema.$ref === "string") {
    const name = names.get(schema.$ref);
    if (name === undefined) throw new Error(`No type for the reference ${schema.$ref}`);
    return name;
  }
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map((value) => JSON.stringify(value)));
  const own = ownType(schema, names, indent);
  const alternatives = (schema.oneOf ?? schema.anyOf) as AnySchemaObject[] | undefined;
  // Alternatives beside properties only say which of them go together ("either `a` or `b`").
  if (alternatives !== undefined && own === "unknown") {
    return union(alternatives.map((alternative) => typeOf(alternative, names, indent)));
  }
  const parts = Array.isArray(schema.allOf) ? schema.allOf.map((part) => typeOf(part, names, indent)) : [];
  const known = [own, ...parts].filter((part) => part !== "unknown");
  return known.length === 0 ? "unknown" : known.join(" & ");
}

function ownType(schema: AnySchemaObject, names: TypeNames, indent: string): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return union(types.map((type: unknown) => typeOfKind(type, schema, names, indent)));
}

function typeOfKind(type: unknown, schema: AnySchemaObject, names: TypeNames, indent: string): string {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
    case "number":
      return type;
    case "integer":
      return "number";
    case "array":
      return arrayType(schema, names, indent);
    case "object":
      return objectType(schema, names, indent);
    case undefined:
      return schema.properties === undefined ? "unknown" : objectType(schema, names, indent);
    default:
      throw new Error(`No type for ${JSON.stringify(type)}`);
  }
}

function arrayType(schema: AnySchemaObject, names: TypeNames, indent: string): string {
  if (Array.isArray(schema.prefixItems)) {
    return `readonly [${schema.prefixItems.map((item) => typeOf(item, names, indent)).join(", ")}]`;
  }
  return `readonly (${typeOf(schema.items ?? true, names, indent)})[]`;
}

function objectType(schema: AnySchemaObject, names: TypeNames, indent: string): string {
  const required = new Set<string>(schema.required ?? []);
  const inner = `${indent}  `;
  const properties = (schema.properties ?? {}) as Record<string, AnySchemaObject>;
  const members = Object.entries(properties).map(([name, property]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    const mark = required.has(name) ? "" : "?";
    return `${comment(property, inner)}${inner}readonly ${key}${mark}: ${typeOf(property, names, inner)};\n`;
  });
  const others = otherMembers(schema, names, inner);
  if (others !== undefined)
    members.push(`${inner}readonly [name: string]: ${members.length > 0 ? "unknown" : others};\n`);
  return members.length === 0 ? "{ readonly [name: string]: never }" : `{\n${members.join("")}${indent}}`;
}

/** The type of members that `properties` does not name; undefined when there may be none. */
function otherMembers(schema: AnySchemaObject, names: TypeNames, indent: string): string | undefined {
  const patterns = Object.values((schema.patternProperties ?? {}) as Record<string, AnySchemaObject>);
  if (patterns.length > 0) return union(patterns.map((pattern) => typeOf(pattern, names, indent)));
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) return undefined;
  return typeOf(schema.additionalProperties ?? true, names, indent);
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.includes("unknown") ? "unknown" : distinct.join(" | ");
}

function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z\d]+/);
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
