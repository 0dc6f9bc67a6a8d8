import type { Node } from "oxc-parser";

import { instead, wrapped, type Operator } from "./operator.ts";

const OTHER: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "**": "*",
  "&": "|",
  "|": "&",
  "^": "&",
  "<<": ">>",
  ">>": "<<",
  ">>>": "<<",
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "&=": "|=",
  "|=": "&=",
  "^=": "&=",
  "<<=": ">>=",
  ">>=": "<<=",
};

/** Plus for minus, times for divided by, shifts to the other side. */
export const arithmetic: Operator = {
  name: "arithmetic",
  mutate(node, place) {
    if (node.type === "UnaryExpression" && node.operator === "-" && node.argument.type !== "Literal")
      return [instead(node, wrapped(node.argument, place))];
    if (node.type !== "BinaryExpression" && node.type !== "AssignmentExpression") return [];
    const other = OTHER[node.operator];
    if (other === undefined || isText(node.left) || isText(node.right)) return [];
    const left = place.source.slice(node.left.start, node.left.end);
    return [instead(node, `${left} ${other} ${wrapped(node.right, place)}`)];
  },
};

/** Texts cannot be subtracted; what is added up to a text is one. */
function isText(node: Node): boolean {
  if (node.type === "BinaryExpression") return isText(node.left) || isText(node.right);
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}
