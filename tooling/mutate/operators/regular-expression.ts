import { instead, type Operator } from "./operator.ts";

/** A pattern that lost the end that it was bound to, or reads large and small letters alike no more. */
export const regularExpression: Operator = {
  name: "pattern",
  mutate(node) {
    if (node.type !== "Literal" || !("regex" in node)) return [];
    const { pattern, flags } = node.regex;
    const mutants: string[] = [];
    if (pattern.startsWith("^")) mutants.push(`/${pattern.slice(1)}/${flags}`);
    if (pattern.endsWith("$") && !pattern.endsWith("\\$")) mutants.push(`/${pattern.slice(0, -1)}/${flags}`);
    if (flags.includes("i")) mutants.push(`/${pattern}/${flags.replace("i", "")}`);
    return mutants.filter((text) => !text.startsWith("//")).map((text) => instead(node, text));
  },
};
