import { instead, isOrder, wrapped, type Operator } from "./operator.ts";

/** Each comparison with its neighbor at the boundary and with its opposite. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
};

/** A limit that is off by one, a comparison that says the opposite. */
export const comparison: Operator = {
  name: "comparison",
  mutate(node, place) {
    if (node.type !== "BinaryExpression") return [];
    const [left, right] = [wrapped(node.left, place), wrapped(node.right, place)];
    if (node.operator === "in" || node.operator === "instanceof")
      return [instead(node, `!(${left} ${node.operator} ${right})`)];
    const others = OTHERS[node.operator] ?? [];
    // Whoever orders different things gets by without the boundary.
    const relevant = place.parent !== undefined && isOrder(place.parent) ? others.slice(-1) : others;
    return relevant.map((operator) => instead(node, `${left} ${operator} ${right}`));
  },
};
