import { pointerTokens } from "#core/base/json/json-pointer.ts";
import type { JsonPatch, PatchOperation } from "#core/base/json/json-patch.ts";

/**
 * One patch out of steps that were made for the same document: each place once, nothing inside of what is replaced, moved or taken
 * away by another step, and what leaves a list goes last and from the end, so that no step moves the place of the next one.
 */
export function joinSteps(steps: JsonPatch): JsonPatch {
  const byPlace = new Map(steps.map((step) => [placeOf(step), step]));
  const changed = new Set([...byPlace].flatMap(([place, { op }]) => (op === "add" ? [] : place)));
  const kept = [...byPlace].filter(([place]) => !isInside(place, changed)).map(([, step]) => step);
  return [
    ...kept.filter(({ op }) => op !== "remove"),
    ...kept.filter(({ op }) => op === "remove").toSorted((a, b) => comparePlaces(b.path, a.path)),
  ];
}

function placeOf(step: PatchOperation): string {
  return step.op === "move" ? step.from : step.path;
}

function isInside(place: string, changed: ReadonlySet<string>): boolean {
  for (let end = place.lastIndexOf("/"); end > 0; end = place.lastIndexOf("/", end - 1)) {
    if (changed.has(place.slice(0, end))) return true;
  }
  return false;
}

/** In the order of the document as far as lists decide. */
function comparePlaces(a: string, b: string): number {
  const [left, right] = [pointerTokens(a), pointerTokens(b)];
  for (const [index, token] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (token !== other) return Number(token) - Number(other) || (token < other ? -1 : 1);
  }
  return left.length - right.length;
}
