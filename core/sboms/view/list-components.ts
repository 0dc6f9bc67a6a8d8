import { childPointer } from "#core/base/json/json-pointer.ts";

import type { CycloneDxBom, CycloneDxComponent, CycloneDxHash } from "../formats/cyclonedx/cyclonedx.ts";

/** A component of an SBOM, whatever lies around it. */
export interface SbomComponent {
  /** JSON pointer in the document. */
  readonly pointer: string;
  /** Pointer of the component that contains this one. */
  readonly parentPointer?: string;
  /** What the document calls it: `bom-ref`, `SPDXID`, `spdxId`. */
  readonly bomRef?: string;
  readonly type: string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  /** SPDX ids, names or expressions, as written. */
  readonly licenses: readonly string[];
  readonly hashes: readonly CycloneDxHash[];
}

/** What the document is about, from `metadata.component`. */
export function subjectOf(bom: CycloneDxBom): SbomComponent | undefined {
  const subject = bom.metadata?.component;
  return subject === undefined ? undefined : componentOf(subject, "/metadata/component", undefined);
}

/**
 * All components, nested ones behind the one that contains them, in the order of the document; those inside the subject come
 * first, the subject itself is not among them. Without recursion.
 */
export function listComponents(bom: CycloneDxBom): readonly SbomComponent[] {
  const listed: SbomComponent[] = [];
  const pending: Pending[] = [];
  plan(pending, bom.components, "", undefined);
  plan(pending, bom.metadata?.component?.components, "/metadata/component", "/metadata/component");
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { component, pointer, parentPointer } = next;
    listed.push(componentOf(component, pointer, parentPointer));
    plan(pending, component.components, pointer, pointer);
  }
  return listed;
}

interface Pending {
  readonly component: CycloneDxComponent;
  readonly pointer: string;
  readonly parentPointer: string | undefined;
}

/** Puts components on the stack, the last one lowest. */
function plan(
  pending: Pending[],
  components: readonly CycloneDxComponent[] | undefined,
  pointer: string,
  parentPointer: string | undefined,
): void {
  if (components === undefined) return;
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const component = components[index];
    if (component === undefined) continue;
    pending.push({ component, pointer: childPointer(`${pointer}/components`, index), parentPointer });
  }
}

function componentOf(component: CycloneDxComponent, pointer: string, parentPointer: string | undefined): SbomComponent {
  const { type, group, name, version, purl } = component;
  return {
    pointer,
    ...(parentPointer === undefined ? {} : { parentPointer }),
    ...(component["bom-ref"] === undefined ? {} : { bomRef: component["bom-ref"] }),
    type,
    ...(group === undefined ? {} : { group }),
    name,
    ...(version === undefined ? {} : { version }),
    ...(purl === undefined ? {} : { purl }),
    // Declared and concluded are often the same.
    licenses: [
      ...new Set(
        (component.licenses ?? []).flatMap(
          ({ license, expression }) => expression ?? license?.id ?? license?.name ?? [],
        ),
      ),
    ],
    hashes: component.hashes ?? [],
  };
}
