import type { Statement } from "oxc-parser";

import { instead, type Operator } from "./operator.ts";

/** A guard that lets everything pass, a branch that is never taken. */
export const guard: Operator = {
  name: "guard",
  mutate(node) {
    if (node.type !== "IfStatement" || node.test.type === "Literal") return [];
    const isOpposite = node.alternate !== null && leaves(node.alternate) && !leaves(node.consequent);
    return [instead(node.test, isOpposite ? "true" : "false")];
  },
};

/** The statement ends the function or the turn of its loop. */
function leaves(statement: Statement): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last !== undefined && /^(Return|Throw|Continue|Break)Statement$/.test(last.type);
}
