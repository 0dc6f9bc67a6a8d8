import { extname } from "node:path";

import { parseSync, Visitor, type Argument, type CallExpression, type NewExpression, type Node } from "oxc-parser";

/** A regular expression in a source file. */
export interface FoundPattern {
  /** As between the slashes of a literal. */
  readonly source: string;
  readonly flags: string;
  /** From 1. */
  readonly line: number;
}

/** Code that makes a regular expression out of values which only the running program knows. */
export interface MadePattern {
  /** The expression as it stands there. */
  readonly code: string;
  readonly line: number;
  /** It runs when the module is loaded, not when a function is called; the pattern can be had by loading the module. */
  readonly isMadeOnLoad: boolean;
}

/** All regular expressions of a source file. */
export interface PatternsOfFile {
  readonly found: readonly FoundPattern[];
  readonly made: readonly MadePattern[];
}

/** Methods of strings that make a regular expression out of a string. */
const MATCHING = new Set(["match", "matchAll", "search"]);
/** A parameter of an address with its own pattern, as Hono reads it: `:id{[0-9a-f]+}`. */
const ADDRESS_PARAMETER = /:[A-Za-z_]\w*\{/g;

/**
 * Finds every regular expression in TypeScript, JSX or JavaScript: literals, calls of `RegExp`, strings that `match` and its
 * like compile, `pattern` attributes, and the patterns of address parameters. Throws for what does not parse.
 */
export function findPatterns(path: string, text: string): PatternsOfFile {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const lineAt = createLines(text);
  const functions: Range[] = [];
  const found: (FoundPattern & Range)[] = [];
  const made: Range[] = [];
  const add = (node: Range, source: string, flags: string): void => {
    found.push({ start: node.start, end: node.end, source, flags, line: lineAt(node.start) });
  };
  const addText = (node: Range, value: string): void => {
    for (const source of addressPatterns(value)) add(node, `^${source}$`, "");
  };
  const call = (node: CallExpression | NewExpression): void => {
    if (!makesPattern(node)) return;
    const [first, second] = node.arguments;
    const source = constantOf(first);
    const flags = second === undefined || node.callee.type === "MemberExpression" ? "" : constantOf(second);
    if (source === undefined || flags === undefined) made.push({ start: node.start, end: node.end });
    else add(node, source, flags);
  };
  const enter = (node: Range): void => void functions.push(node);
  new Visitor({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    CallExpression: call,
    NewExpression: call,
    Literal(node) {
      if ("regex" in node) add(node, node.regex.pattern, node.regex.flags);
      else if (typeof node.value === "string") addText(node, node.value);
    },
    TemplateElement: (node) => addText(node, node.value.cooked ?? ""),
    JSXAttribute(node) {
      if (node.name.type !== "JSXIdentifier" || node.name.name !== "pattern") return;
      const source = node.value?.type === "Literal" ? constantOf(node.value) : undefined;
      if (source === undefined) made.push(node);
      // As browsers compile the attribute.
      else add(node, `^(?:${source})$`, "u");
    },
  }).visit(program);
  const isInFunction = (at: number): boolean => functions.some(({ start, end }) => start < at && at < end);
  return {
    found: found.map(({ source, flags, line }) => ({ source, flags, line })),
    made: made.map(({ start, end }) => ({
      code: text.slice(start, end),
      line: lineAt(start),
      isMadeOnLoad: !isInFunction(start),
    })),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a call compiles its first argument, unless that is a regular expression already or nothing tells what it is. */
function makesPattern({ callee, arguments: [first] }: CallExpression | NewExpression): boolean {
  if (callee.type === "Identifier") return callee.name === "RegExp";
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  const isGlobal = callee.object.type === "Identifier" && callee.object.name === "globalThis";
  if (callee.property.name === "RegExp" && isGlobal) return true;
  if (!MATCHING.has(callee.property.name) || first === undefined) return false;
  return first.type === "TemplateLiteral" || first.type === "BinaryExpression" || constantOf(first) !== undefined;
}

/** The text that an expression is, where the source alone says so. */
function constantOf(node: Argument | Node | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  if (node?.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function* addressPatterns(text: string): Iterable<string> {
  for (const { index, 0: opening } of text.matchAll(ADDRESS_PARAMETER)) {
    const start = index + opening.length;
    let depth = 1;
    for (let at = start; at < text.length; at += 1) {
      if (text[at] === "{") depth += 1;
      else if (text[at] === "}") depth -= 1;
      if (depth > 0) continue;
      yield text.slice(start, at);
      break;
    }
  }
}

function createLines(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    const line = ends.findIndex((end) => end >= offset);
    return line < 0 ? ends.length + 1 : line + 1;
  };
}

/** Whether a file may hold regular expressions. */
export function holdsCode(path: string): boolean {
  return !path.endsWith(".d.ts") && [".ts", ".tsx", ".mts", ".mjs", ".js"].includes(extname(path));
}
