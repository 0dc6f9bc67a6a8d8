import { parseSync, visitorKeys, type Node } from "oxc-parser";

import type { Mutant } from "./mutant.ts";
import { arithmetic } from "./operators/arithmetic.ts";
import { comparison } from "./operators/comparison.ts";
import { guard } from "./operators/guard.ts";
import { literal } from "./operators/literal.ts";
import { logic } from "./operators/logic.ts";
import { method } from "./operators/method.ts";
import type { Operator, Place } from "./operators/operator.ts";
import { query } from "./operators/query.ts";
import { redirect } from "./operators/redirect.ts";
import { regularExpression } from "./operators/regular-expression.ts";
import { statement } from "./operators/statement.ts";

const OPERATORS: readonly Operator[] = [
  comparison,
  logic,
  guard,
  arithmetic,
  statement,
  literal,
  method,
  query,
  redirect,
  regularExpression,
];
/** Nodes of types that hold an expression; all others are gone before the program runs. */
const TRANSPARENT = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

const IS_FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
/** A longer list is data, such as the widths of letters: what is in it came from elsewhere, and only the list as such is mutated. */
const LONGEST_LIST = 16;

/** All mutants of a file, in the order of the text, with ids from `firstId`. Throws when the file cannot be parsed. */
export function makeMutants(file: string, source: string, firstId: number): readonly Mutant[] {
  const found: { operator: string; isStatic: boolean; start: number; end: number; text: string }[] = [];
  visit(parse(file, source), source, (node, place) => {
    for (const operator of OPERATORS)
      for (const replacement of operator.mutate(node, place))
        found.push({ operator: operator.name, isStatic: place.isStatic, ...replacement });
  });
  const lines = lineStarts(source);
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ operator, isStatic, start, end, text }, index) => {
      const line = lines.findLastIndex((begin) => begin <= start);
      return {
        id: firstId + index,
        file,
        operator,
        line: line + 1,
        column: start - (lines[line] ?? 0) + 1,
        start,
        end,
        isStatic,
        original: source.slice(start, end),
        replacement: text,
      };
    });
}

/** Where the bodies of loops begin and end, so that a mutant that never ends can be stopped. */
export function findLoopBodies(file: string, source: string): readonly { start: number; end: number }[] {
  const bodies: { start: number; end: number }[] = [];
  visit(parse(file, source), source, (node) => {
    if (/^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type) && "body" in node) {
      const body = node.body as Node;
      bodies.push({ start: body.start, end: body.end });
    }
  });
  return bodies;
}

function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ""}`);
  return program;
}

function visit(root: Node, source: string, see: (node: Node, place: Place) => void): void {
  const open: { node: Node; place: Place }[] = [
    { node: root, place: { parent: undefined, key: "", source, isInChain: false, isStatic: true } },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, place } = next;
    if (node.type.startsWith("TS") && !TRANSPARENT.has(node.type)) continue;
    see(node, place);
    if (node.type === "ArrayExpression" && node.elements.length > LONGEST_LIST) continue;
    const isStatic = place.isStatic && !IS_FUNCTION.test(node.type);
    const isChain = node.type === "ChainExpression" || place.isInChain;
    for (const key of visitorKeys[node.type] ?? []) {
      const isInChain = isChain && (key === "expression" || key === "object" || key === "callee");
      for (const child of childrenOf(node, key))
        open.push({ node: child, place: { parent: node, key, source, isInChain, isStatic } });
    }
  }
}

function childrenOf(node: Node, key: string): readonly Node[] {
  const value: unknown = Reflect.get(node, key);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((child): child is Node => typeof child === "object" && child !== null && "type" in child);
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
