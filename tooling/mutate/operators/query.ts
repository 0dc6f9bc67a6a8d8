import type { Node } from "oxc-parser";

import type { Operator, Place, Replacement } from "./operator.ts";

const IS_QUERY = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|AND|WHERE|FROM|ORDER)\b/;
/** Mistakes in a condition: they begin with the first WHERE, ON or HAVING, where = compares and does not assign. */
const IN_CONDITIONS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ AND /g, () => " OR "],
  [/ OR /g, () => " AND "],
  [/ (<=|>=) /g, (found) => found.replace("=", "")],
  [/ [<>] /g, (found) => `${found.trimEnd()}= `],
  [/ = /g, () => " <> "],
  [/\bNOT EXISTS\b/g, () => "EXISTS"],
  [/\bIS NOT NULL\b/g, () => "IS NULL"],
  [/\bIS NULL\b/g, () => "IS NOT NULL"],
  [/\bNOT IN\b/g, () => "IN"],
];
const ANYWHERE: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\bORDER BY [\w.]+(?= |,|\)|\n|$)(?! DESC)/g, (found) => `${found} DESC`],
  [/ DESC\b/g, () => ""],
  [/\bUNION ALL\b/g, () => "UNION"],
  [/\bmax\(/gi, () => "min("],
  [/\bmin\(/gi, () => "max("],
];

/** A query with a wrong condition, the other order, the other end of a range. */
export const query: Operator = {
  name: "query",
  mutate(node, place) {
    const parts = partsOf(node, place.source);
    if (parts.length === 0 || !IS_QUERY.test(parts[0]?.text ?? "")) return [];
    let isCondition = false;
    return parts.flatMap(({ start, text }) => {
      const begin = isCondition ? 0 : text.search(/\b(WHERE|ON|HAVING)\b/);
      isCondition ||= begin >= 0;
      const conditions = begin >= 0 ? begin : text.length;
      return [
        ...mutants(node, place, start, text, ANYWHERE, 0),
        ...mutants(node, place, start, text, IN_CONDITIONS, conditions),
      ];
    });
  },
};

/** The texts of a literal between its quotes and insertions. */
function partsOf(node: Node, source: string): readonly { start: number; text: string }[] {
  if (node.type === "Literal" && typeof node.value === "string")
    return [{ start: node.start + 1, text: source.slice(node.start + 1, node.end - 1) }];
  if (node.type !== "TemplateLiteral") return [];
  const ends = [...node.expressions.map(({ start }) => start), node.end];
  let begin = node.start + 1;
  return node.quasis.map(({ value }, index) => {
    const start = source.indexOf(value.raw, begin);
    begin = node.expressions[index]?.end ?? ends.at(-1) ?? node.end;
    return { start, text: value.raw };
  });
}

function mutants(
  node: Node,
  { source }: Place,
  start: number,
  text: string,
  table: typeof ANYWHERE,
  from: number,
): readonly Replacement[] {
  return table.flatMap(([pattern, other]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => index >= from)
      .map((match) => {
        const at = start + match.index;
        const changed = source.slice(node.start, at) + other(match[0]) + source.slice(at + match[0].length, node.end);
        return { start: node.start, end: node.end, text: changed };
      }),
  );
}
