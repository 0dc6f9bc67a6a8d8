/** Reads how many of a kind a phrase speaks of: all, most, some, none. */
import type { Item } from "./item.ts";
import { lowerOf } from "./lexicon.ts";
import type { Relation, SetChange } from "./relations.ts";
import { compareRelations } from "./relations.ts";
import { fixedValue } from "./values.ts";

/** How many: `all` is more than any number of them. */
type Quantifier =
  | { readonly kind: "all" }
  | { readonly kind: "most" }
  | { readonly kind: "count"; readonly relation: Relation };

const NONE: Relation = { kind: "upper", isStrict: false, value: fixedValue("count", 0) };
const SOME: Relation = { kind: "lower", isStrict: false, value: fixedValue("count", 1) };

/** The quantifier that a phrase is, articles apart. */
function readQuantifier(items: readonly Item[]): Quantifier | undefined {
  const rest = items.filter((item) => !["a", "an", "the", "of"].includes(lowerOf(item)));
  const [first, second] = rest;
  if (rest.length === 2 && lowerOf(first) === "any" && lowerOf(second) === "one")
    return { kind: "count", relation: SOME };
  if (rest.length !== 1 || first === undefined) return undefined;
  if (first.kind === "bound") {
    const { kind, value } = first.relation;
    const isCount = value.dimension === "count" && (kind === "lower" || kind === "upper");
    return isCount ? { kind: "count", relation: first.relation } : undefined;
  }
  const lower = lowerOf(first);
  if (["all", "every", "each", "both"].includes(lower)) return { kind: "all" };
  if (["most", "majority"].includes(lower)) return { kind: "most" };
  if (["no", "none"].includes(lower)) return { kind: "count", relation: NONE };
  return ["some", "one"].includes(lower) ? { kind: "count", relation: SOME } : undefined;
}

/** "One report" and "two reports": a count that stood as a word. */
function readCount(items: readonly Item[]): Relation | undefined {
  const [only] = items;
  if (items.length !== 1 || only === undefined) return undefined;
  if (only.kind === "bound") return only.relation.kind === "exact" ? only.relation : undefined;
  return lowerOf(only) === "one" ? { kind: "exact", isStrict: false, value: fixedValue("count", 1) } : undefined;
}

/** What became of the counts that fulfil a demand; undefined where a phrase is no quantifier. */
export function compareQuantifiers(before: readonly Item[], after: readonly Item[]): SetChange | undefined {
  const [count, other] = [readCount(before), readCount(after)];
  if (count !== undefined && other !== undefined) return compareRelations(count, other);
  const [from, to] = [readQuantifier(before), readQuantifier(after)];
  if (from === undefined || to === undefined) return undefined;
  if (from.kind === "count" && to.kind === "count") return compareRelations(from.relation, to.relation);
  const [earlier, later] = [rankOf(from), rankOf(to)];
  if (earlier === undefined || later === undefined) return "unknown";
  return earlier === later ? "same" : later > earlier ? "narrower" : "wider";
}

function rankOf(quantifier: Quantifier): number | undefined {
  if (quantifier.kind === "all") return 3;
  if (quantifier.kind === "most") return 2;
  return quantifier.relation.kind === "lower" ? 1 : undefined;
}
