import type { CycloneDxBom, CycloneDxComponent } from "../formats/cyclonedx/cyclonedx.ts";
import { referenceGraphOf } from "../graph/reference-graph.ts";

/** A component with its JSON pointer. */
export interface PlacedComponent {
  readonly component: CycloneDxComponent;
  readonly pointer: string;
  /** Number of its reference in the graph of `dependencies`; -1 when that does not know it. */
  readonly node: number;
  /** The component that contains it. */
  readonly parent: PlacedComponent | undefined;
}

/** Made once for a document: every profile and the graph walk the same list. */
const PLACED = new WeakMap<CycloneDxBom, readonly PlacedComponent[]>();

/** All components, the subject first, those inside behind the one around them. Without recursion. */
export function placeComponents(bom: CycloneDxBom): readonly PlacedComponent[] {
  const known = PLACED.get(bom);
  if (known !== undefined) return known;
  const { numbers } = referenceGraphOf(bom);
  const placed: PlacedComponent[] = [];
  const pending: PlacedComponent[] = [];
  const place = (component: CycloneDxComponent, pointer: string, parent: PlacedComponent | undefined): void => {
    const { "bom-ref": reference } = component;
    const node = reference === undefined ? -1 : (numbers.get(reference) ?? -1);
    pending.push({ component, pointer, node, parent });
  };
  const plan = (
    components: readonly CycloneDxComponent[] | undefined,
    pointer: string,
    parent: PlacedComponent | undefined,
  ): void => {
    if (components === undefined) return;
    // The last one lies lowest on the stack.
    for (let index = components.length - 1; index >= 0; index -= 1) {
      const component = components[index];
      if (component !== undefined) place(component, `${pointer}/components/${index}`, parent);
    }
  };
  plan(bom.components, "", undefined);
  const subject = bom.metadata?.component;
  if (subject !== undefined) place(subject, "/metadata/component", undefined);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    placed.push(next);
    plan(next.component.components, next.pointer, next);
  }
  PLACED.set(bom, placed);
  return placed;
}
