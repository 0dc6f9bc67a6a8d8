import type { Node } from "oxc-parser";

import { instead, wrapped, type Operator, type Place } from "./operator.ts";

/** And for or, a forgotten default, a condition that says the opposite, branches that changed places. */
export const logic: Operator = {
  name: "logic",
  mutate(node, place) {
    if (node.type === "LogicalExpression") {
      const [left, right] = [wrapped(node.left, place), wrapped(node.right, place)];
      // No text for nothing: mostly the compiler wants it where there always is one.
      if (node.operator === "??") return isNoText(node.right) ? [] : [instead(node, left)];
      return [instead(node, `${left} ${node.operator === "&&" ? "||" : "&&"} ${right}`)];
    }
    if (node.type === "UnaryExpression" && node.operator === "!") return [instead(node, wrapped(node.argument, place))];
    if (node.type === "ConditionalExpression" && !hasOpposite(node.test)) {
      const [yes, no] = [wrapped(node.consequent, place), wrapped(node.alternate, place)];
      return [instead(node, `${wrapped(node.test, place)} ? ${no} : ${yes}`)];
    }
    return isPlainCondition(node, place) ? [instead(node, `!${wrapped(node, place)}`)] : [];
  },
};

/** Another mutant turns this condition around already. */
function hasOpposite(test: Node): boolean {
  return test.type === "BinaryExpression" || (test.type === "UnaryExpression" && test.operator === "!");
}

function isPlainCondition(node: Node, { parent, key }: Place): boolean {
  if (key !== "test" || (parent?.type !== "IfStatement" && parent?.type !== "WhileStatement")) return false;
  return !hasOpposite(node) && node.type !== "LogicalExpression" && node.type !== "Literal";
}

function isNoText(node: Node): boolean {
  return node.type === "Literal" && node.value === "";
}
