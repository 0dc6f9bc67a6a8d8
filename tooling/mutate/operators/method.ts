import { instead, type Operator } from "./operator.ts";

/** Methods and functions that are taken for each other. */
const OTHER: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
};
/** Methods that answer something of the same kind, so that forgetting them breaks no type. */
const FORGETTABLE = new Set(["filter", "sort", "toSorted", "reverse", "toReversed", "trim", "slice"]);

/** One method for another, or none. */
export const method: Operator = {
  name: "method",
  mutate(node, place) {
    if (node.type !== "CallExpression" || place.isInChain || place.parent?.type === "ChainExpression") return [];
    const { callee } = node;
    if (callee.type !== "MemberExpression" || callee.computed || callee.property.type !== "Identifier") return [];
    const object = place.source.slice(callee.object.start, callee.object.end);
    const { name } = callee.property;
    if (FORGETTABLE.has(name)) return [instead(node, object)];
    const other = Object.hasOwn(OTHER, name) ? OTHER[name] : undefined;
    const rest = place.source.slice(callee.property.end, node.end);
    return other === undefined ? [] : [instead(node, `${object}.${other}${rest}`)];
  },
};
