/**
 * Patterns of addresses in the words of the router: `/status`, `/reports/:uuid`, `/sboms/:id/diff/:file{[0-9a-f]+\\.json}`, `/badges/*`.
 * Of two that fit an address the more precise one answers: what differs first decides, a word before a constrained part, that before
 * a free part, that before the rest of the address.
 */

/** How precisely a segment says what it takes; lower is more precise. */
const PRECISION = { word: 0, constrained: 1, free: 2, rest: 3 } as const;

/** What the segments of a pattern are. A constraint that begins with a dot takes slashes too. */
function kindsOf(pattern: string): readonly (keyof typeof PRECISION)[] {
  return splitSegments(pattern).map((segment) => {
    if (segment === "*") return "rest";
    if (!segment.startsWith(":")) return "word";
    const brace = segment.indexOf("{");
    if (brace < 0) return "free";
    return segment.startsWith("{.", brace) ? "rest" : "constrained";
  });
}

/** Slashes inside of braces belong to a constraint. */
function splitSegments(pattern: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  for (const character of pattern) {
    if (character === "/" && depth === 0) segments.push("");
    else segments[segments.length - 1] += character;
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
  }
  return segments.filter((segment) => segment !== "");
}

/** Sorts patterns: the more precise one first, and every order of the same patterns ends in the same one. */
export function comparePatterns(a: string, b: string): number {
  const [first, second] = [kindsOf(a), kindsOf(b)];
  for (const [index, kind] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (kind !== other) return PRECISION[kind] - PRECISION[other];
  }
  if (first.length !== second.length) return -1;
  return a < b ? -1 : Number(a > b);
}
