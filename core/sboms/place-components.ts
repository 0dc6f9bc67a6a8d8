import type { CycloneDxBom, CycloneDxComponent } from "./cyclonedx.ts";

/** A component with its JSON pointer. */
export interface PlacedComponent {
  readonly component: CycloneDxComponent;
  readonly pointer: string;
  /** The component that contains it. */
  readonly parent: PlacedComponent | undefined;
}

/** Made once for a document: every profile and the graph walk the same list. */
const PLACED = new WeakMap<CycloneDxBom, readonly PlacedComponent[]>();

/** All components, the subject first, those inside behind the one around them. Without recursion. */
export function placeComponents(bom: CycloneDxBom): readonly PlacedComponent[] {
  const known = PLACED.get(bom);
  if (known !== undefined) return known;
  const placed: PlacedComponent[] = [];
  const pending: PlacedComponent[] = [];
  plan(pending, bom.components, "", undefined);
  const subject = bom.metadata?.component;
  if (subject !== undefined) pending.push({ component: subject, pointer: "/metadata/component", parent: undefined });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    placed.push(next);
    plan(pending, next.component.components, next.pointer, next);
  }
  PLACED.set(bom, placed);
  return placed;
}

/** Puts components on the stack, the last one lowest. */
function plan(
  pending: PlacedComponent[],
  components: readonly CycloneDxComponent[] | undefined,
  pointer: string,
  parent: PlacedComponent | undefined,
): void {
  if (components === undefined) return;
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const component = components[index];
    if (component !== undefined) pending.push({ component, pointer: `${pointer}/components/${index}`, parent });
  }
}
