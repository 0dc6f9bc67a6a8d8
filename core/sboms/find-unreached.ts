import type { CycloneDxBom } from "./cyclonedx.ts";
import { placeComponents, type PlacedComponent } from "./place-components.ts";
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
  const { numbers, edges } = referenceGraphOf(bom);
  const numberOf = ({ component }: PlacedComponent): number => numbers.get(component["bom-ref"] ?? "") ?? -1;
  const byNumber = new Map<number, number>();
  const inside = new Map<PlacedComponent, number[]>();
  for (const [index, one] of placed.entries()) {
    byNumber.set(numberOf(one), index);
    if (one.parent === undefined) continue;
    const siblings = inside.get(one.parent);
    if (siblings === undefined) inside.set(one.parent, [index]);
    else siblings.push(index);
  }
  const isReached = new Uint8Array(placed.length);
  const pending: number[] = [];
  const reach = (index: number | undefined): void => {
    if (index === undefined || isReached[index] === 1) return;
    isReached[index] = 1;
    pending.push(index);
  };
  reach(0);
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const one = placed[index];
    if (one === undefined) continue;
    for (const target of edges[numberOf(one)] ?? []) reach(byNumber.get(target));
    for (const child of inside.get(one) ?? []) reach(child);
  }
  return placed.filter((_one, index) => isReached[index] === 0);
}
