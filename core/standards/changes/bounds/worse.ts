/** Says which way "worse than" points, where the sentence tells. */
import type { Token } from "./lex.ts";
import type { Relation } from "./relations.ts";

const LOW = /^(?:lower|smaller|less|fewer|shorter)$/;
const HIGH = /^(?:higher|larger|greater|more|longer)$/;

/** What "worse than N" asks where "(lower values are better)" or the like stands in the sentence; `better` turns it. */
export function worseMeans(tokens: readonly Token[], next: number): Relation["kind"] {
  const word = tokens
    .slice(Math.max(0, next - 3), next)
    .map(({ lower }) => lower)
    .find((lower) => lower === "worse" || lower === "better");
  const better = tokens.findIndex(({ lower }, index) => lower === "better" && index > next);
  if (word === undefined || better < 0) return "unknown";
  const before = tokens.slice(Math.max(0, better - 4), better).map(({ lower }) => lower);
  const isLow = before.some((lower) => LOW.test(lower));
  if (isLow === before.some((lower) => HIGH.test(lower))) return "unknown";
  return isLow === (word === "worse") ? "lower" : "upper";
}
