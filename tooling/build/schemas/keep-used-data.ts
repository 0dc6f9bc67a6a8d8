import { parse, type Identifier, type MemberExpression, type Node, type VariableDeclaration } from "acorn";
import { ancestor, simple } from "acorn-walk";

const SCHEMA_NAME = /^schema\d+$/;

/** Keywords whose value the code compares data with, or puts into errors. */
const WHOLE: ReadonlySet<string> = new Set(["const", "enum", "required", "type"]);

/** A place in the code that reads a part of a schema. */
interface Reading {
  readonly start: number;
  readonly end: number;
  readonly schema: string;
  readonly path: readonly string[];
}

/**
 * Generated code carries whole schemas and reads little of them: the values of an `enum` or `const`, what is `required`, which
 * `properties` there are. Each such part becomes a constant of its own, equal ones become one, and the schemas, which nothing names
 * any more, are left to the bundler to drop.
 */
export function keepUsedData(code: string): string {
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const schemas = new Map<string, unknown>();
  const readings: Reading[] = [];
  simple(program, {
    VariableDeclaration({ declarations }: VariableDeclaration) {
      for (const { id, init } of declarations) {
        if (id.type !== "Identifier" || !SCHEMA_NAME.test(id.name) || !init) continue;
        schemas.set(id.name, JSON.parse(code.slice(init.start, init.end)));
      }
    },
  });
  ancestor(program, {
    Identifier(node: Identifier, _state: unknown, ancestors: readonly Node[]) {
      if (schemas.has(node.name)) readings.push(readingAt(node, ancestors));
    },
  });
  const names = new Map<string, string>();
  let rest = code;
  for (const reading of readings.toSorted((a, b) => b.start - a.start)) {
    const json = JSON.stringify(usedPart(schemas.get(reading.schema), reading));
    const name = names.get(json) ?? `kept${names.size}`;
    names.set(json, name);
    rest = rest.slice(0, reading.start) + name + rest.slice(reading.end);
  }
  return Array.from(names, ([json, name]) => `const ${name} = ${json};\n`).join("") + rest;
}

/** The longest chain of members that begins at a name. */
function readingAt(name: Identifier, ancestors: readonly Node[]): Reading {
  const path: string[] = [];
  let whole: Node = name;
  for (const parent of ancestors.slice(0, -1).toReversed()) {
    const member = parent as MemberExpression;
    if (parent.type !== "MemberExpression" || member.object !== whole) break;
    if (member.property.type === "Literal") path.push(String(member.property.value));
    else if (member.property.type === "Identifier" && !member.computed) path.push(member.property.name);
    else break;
    whole = parent;
  }
  return { start: whole.start, end: whole.end, schema: name.name, path };
}

/** What the code asks there: of properties only whether there is one of a name. */
function usedPart(schema: unknown, { path }: Reading): unknown {
  const part = path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], schema);
  const keyword = path.at(-1);
  if (keyword !== undefined && WHOLE.has(keyword)) return part;
  if (keyword !== "properties")
    throw new Error(`Generated code reads ${["schema", ...path].join(".")}, which is not kept`);
  return Object.fromEntries(Object.keys(part as object).map((name) => [name, 0]));
}
