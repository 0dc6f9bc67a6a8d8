import type { Node } from "oxc-parser";

import { instead, isOrder, type Operator, type Place, type Replacement } from "./operator.ts";

/** Larger numbers are limits and measures: one more or less of them is no mistake that anybody could see. */
const SMALL = 10;

/** Another number, the other truth, no text, an empty list. Sentences are left alone: their words are for people to judge. */
export const literal: Operator = {
  name: "literal",
  mutate(node, place) {
    if (node.type === "ArrayExpression") return node.elements.length > 0 ? [instead(node, "[]")] : [];
    if (node.type === "TemplateLiteral") {
      const isWord = place.parent?.type !== "TaggedTemplateExpression" && !hasSpace(place.source, node);
      return isWord && !isOfError(place) ? [instead(node, '""')] : [];
    }
    if (node.type !== "Literal" || isName(place)) return [];
    if (typeof node.value === "boolean") return [instead(node, String(!node.value))];
    if (typeof node.value === "number")
      return isSign(node, place) ? [] : [instead(node, String(otherNumber(node.value)))];
    if (typeof node.value === "string") return isOfError(place) ? [] : text(node, node.value, place);
    return [];
  },
};

/** What an order says with one number (`a < b ? -1 : 1`) it says with any other of that sign. */
function isSign(node: Node, { parent }: Place): boolean {
  return (
    parent !== undefined &&
    (parent.type === "UnaryExpression" || isOrder(parent)) &&
    "value" in node &&
    node.value === 1
  );
}

/** `a ?? ""` and `[a = ""] = b`: mostly the compiler wants a text where there always is one. */
function isTypeDefault({ parent, key }: Place): boolean {
  if (key !== "right") return false;
  return parent?.type === "AssignmentPattern" || (parent?.type === "LogicalExpression" && parent.operator === "??");
}

function otherNumber(value: number): number {
  if (value === 0) return 1;
  return value <= SMALL ? value + 1 : value * 2;
}

function text(node: Node, value: string, place: Place): readonly Replacement[] {
  if (value === "") return isTypeDefault(place) ? [] : [instead(node, '"mutated"')];
  return hasSpace(place.source, node) ? [] : [instead(node, '""')];
}

function hasSpace(source: string, { start, end }: Node): boolean {
  return /\s/.test(source.slice(start, end));
}

/** The name of a property, an import, a directive: not a value. */
function isName({ parent, key }: Place): boolean {
  if (parent === undefined || parent.type === "ImportAttribute" || key === "source" || key === "directive") return true;
  if (parent.type === "ExpressionStatement" || parent.type.startsWith("JSX")) return true;
  return (key === "key" || key === "property") && "computed" in parent && !parent.computed;
}

/** What a thrown error of ours says. */
function isOfError({ parent }: Place): boolean {
  return (
    parent?.type === "NewExpression" && parent.callee.type === "Identifier" && parent.callee.name.endsWith("Error")
  );
}
