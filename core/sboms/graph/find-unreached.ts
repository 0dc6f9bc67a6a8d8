import type { CycloneDxBom } from "../formats/cyclonedx/cyclonedx.ts";
import { placeComponents, type PlacedComponent } from "../view/place-components.ts";
import { referenceGraphOf } from "./reference-graph.ts";

const UNREACHED = new WeakMap<CycloneDxBom, readonly PlacedComponent[]>();

/**
 * Components that neither a dependency nor an assembly connects with the subject, in the order of the document; none where there is
 * no subject. Linear time, without recursion; made once for a document.
 */
export function findUnreached(bom: CycloneDxBom): readonly PlacedComponent[] {
  const known = UNREACHED.get(bom);
  if (known !== undefined) return known;
  const unreached = bom.metadata?.component === undefined ? [] : search(bom);
  UNREACHED.set(bom, unreached);
  return unreached;
}

/** Components by their place in the list, in which the subject comes first. */
function search(bom: CycloneDxBom): readonly PlacedComponent[] {
  const placed = placeComponents(bom);
  const { edges } = referenceGraphOf(bom);
  const byNode = new Int32Array(edges.length).fill(-1);
  const inside = new Map<PlacedComponent, number[]>();
  for (let index = 0; index < placed.length; index += 1) {
    const { node = -1, parent } = placed[index] ?? {};
    if (node >= 0) byNode[node] = index;
    if (parent === undefined) continue;
    const siblings = inside.get(parent);
    if (siblings === undefined) inside.set(parent, [index]);
    else siblings.push(index);
  }
  const isReached = new Uint8Array(placed.length);
  const pending: number[] = [];
  const reach = (index: number): void => {
    if (index < 0 || isReached[index] === 1) return;
    isReached[index] = 1;
    pending.push(index);
  };
  reach(0);
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const one = placed[index];
    if (one === undefined) continue;
    if (one.node >= 0) for (const target of edges[one.node] ?? []) reach(byNode[target] ?? -1);
    if (inside.size > 0) for (const child of inside.get(one) ?? []) reach(child);
  }
  return isReached.includes(0) ? placed.filter((_one, index) => isReached[index] === 0) : [];
}
