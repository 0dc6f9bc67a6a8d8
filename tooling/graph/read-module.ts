import { readFileSync } from "node:fs";
import { posix } from "node:path";

import { parseSync, Visitor, type Function as FunctionNode } from "oxc-parser";

/** What a source file tells of itself. */
export interface SourceModule {
  /** Relative to the repository: `core/base/result.ts`. */
  readonly path: string;
  readonly lines: number;
  /** The repository's own files that it imports, types included. */
  readonly imports: readonly string[];
  /** Lines of each function that has a body. */
  readonly functionLines: readonly number[];
  /** Type assertions (`as …`, `as const` aside), and answers of a store that the caller gave a type: `.all<Row>()`. */
  readonly casts: number;
}

/** What databases, buckets and requests answer with whatever type they are asked for. */
const UNPROVED: ReadonlySet<string> = new Set(["all", "first", "raw", "batch", "json"]);

const ROOTS = ["core/", "site/", "schemas/"].map((folder) => [`#${folder}`, folder] as const);

/** Reads a TypeScript file below `root`. Throws where it does not parse. */
export function readModule(root: string, path: string): SourceModule {
  const source = readFileSync(posix.join(root, path), "utf8");
  const { program, module, errors } = parseSync(path, source);
  if (errors[0] !== undefined) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const functionLines: number[] = [];
  let casts = 0;
  const lengthOf = (start: number, end: number): number => source.slice(start, end).split("\n").length;
  const measure = ({ start, end, body }: Pick<FunctionNode, "start" | "end"> & { readonly body: unknown }): void => {
    if (body !== null) functionLines.push(lengthOf(start, end));
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    TSAsExpression: (node) => {
      if (source.slice(node.typeAnnotation.start, node.typeAnnotation.end) !== "const") casts += 1;
    },
    CallExpression: ({ callee, typeArguments }) => {
      const name = callee.type === "MemberExpression" && callee.property.type === "Identifier" && callee.property.name;
      if (typeof name === "string" && typeArguments && UNPROVED.has(name)) casts += 1;
    },
    ImportExpression: ({ source: imported }) => {
      if (imported.type === "Literal" && typeof imported.value === "string") specifiers.push(imported.value);
    },
  }).visit(program);
  const imports = [...new Set(specifiers.flatMap((specifier) => resolveOwn(path, specifier)))];
  return { path, lines: source.split("\n").length - 1, imports, functionLines, casts };
}

/** The repository's file that a specifier means; nothing for a package. */
function resolveOwn(from: string, specifier: string): string[] {
  const root = ROOTS.find(([prefix]) => specifier.startsWith(prefix));
  if (root !== undefined) return [`${root[1]}${specifier.slice(root[0].length)}`];
  return specifier.startsWith(".") ? [posix.join(posix.dirname(from), specifier)] : [];
}
