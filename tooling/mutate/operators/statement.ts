import { instead, type Operator } from "./operator.ts";

const REMOVABLE = new Set(["CallExpression", "AwaitExpression", "AssignmentExpression", "ChainExpression"]);

/** A call or an assignment that was forgotten. */
export const statement: Operator = {
  name: "statement",
  mutate(node) {
    if (node.type !== "ExpressionStatement" || !REMOVABLE.has(node.expression.type)) return [];
    if (node.expression.type === "CallExpression" && node.expression.callee.type === "Super") return [];
    return [instead(node.expression, "undefined")];
  },
};
