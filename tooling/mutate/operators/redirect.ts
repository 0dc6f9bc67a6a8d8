import { instead, type Operator } from "./operator.ts";

/** A request that follows wherever an answer leads. */
export const redirect: Operator = {
  name: "redirect",
  mutate(node) {
    if (node.type !== "Property" || node.key.type !== "Identifier" || node.key.name !== "redirect") return [];
    return node.value.type === "Literal" && node.value.value !== "follow" ? [instead(node.value, '"follow"')] : [];
  },
};
