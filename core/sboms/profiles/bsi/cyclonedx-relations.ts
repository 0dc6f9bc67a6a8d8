import type { JsonPatch } from "#core/base/json/json-patch.ts";

import type { CycloneDxBom } from "../../formats/cyclonedx/cyclonedx.ts";
import type { PlacedComponent } from "../../view/place-components.ts";
import { referenceGraphOf } from "../../graph/reference-graph.ts";
import type { Pointed, Relations } from "./bsi-view.ts";

const NONE: readonly never[] = [];

/** What the dependency graph and the compositions say about each component. */
export function readCycloneDxRelations(bom: CycloneDxBom): (placed: PlacedComponent) => Relations {
  const { isListed, dangling } = referenceGraphOf(bom);
  const danglingOf = readDangling(bom, dangling);
  const completeness = readCompleteness(bom);
  return ({ component: { "bom-ref": reference, components = NONE }, node }) =>
    reference === undefined
      ? { isNamed: false, isListed: components.length > 0, dangling: NONE, completeness: undefined }
      : {
          isNamed: true,
          isListed: components.length > 0 || isListed(node),
          dangling: danglingOf.size === 0 ? NONE : (danglingOf.get(reference) ?? NONE),
          completeness: completeness.size === 0 ? undefined : completeness.get(reference),
          stateUnknown: () => stateUnknown(bom, reference, isListed(node), completeness.has(reference)),
        };
}

/** The document has not said it, so it does not know it: an empty entry, in a composition that is `unknown`. */
function stateUnknown(bom: CycloneDxBom, ref: string, isListed: boolean, isComposed: boolean): JsonPatch {
  const entry: JsonPatch = [
    ...(bom.dependencies === undefined ? [{ op: "add", path: "/dependencies", value: [] } as const] : []),
    { op: "add", path: "/dependencies/-", value: { ref, dependsOn: [] } },
  ];
  const composition: JsonPatch = [
    ...(bom.compositions === undefined ? [{ op: "add", path: "/compositions", value: [] } as const] : []),
    { op: "add", path: "/compositions/-", value: { aggregate: "unknown", dependencies: [ref] } },
  ];
  return [...(isListed ? [] : entry), ...(isComposed ? [] : composition)];
}

/** What leads nowhere, by the component that names it. */
function readDangling(bom: CycloneDxBom, dangling: ReadonlySet<string>): ReadonlyMap<string, readonly Pointed[]> {
  const found = new Map<string, Pointed[]>();
  if (dangling.size === 0) return found;
  for (const [index, { ref, dependsOn = [] }] of (bom.dependencies ?? []).entries()) {
    for (const [number, text] of dependsOn.entries()) {
      if (!dangling.has(text)) continue;
      const known = found.get(ref) ?? [];
      found.set(ref, known);
      known.push({ text, pointer: `/dependencies/${index}/dependsOn/${number}` });
    }
  }
  return found;
}

/** The aggregate of the first composition that names a component. */
function readCompleteness(bom: CycloneDxBom): ReadonlyMap<string, Pointed> {
  const completeness = new Map<string, Pointed>();
  for (const [index, { aggregate, assemblies = [], dependencies = [] }] of (bom.compositions ?? []).entries()) {
    const said = { text: aggregate, pointer: `/compositions/${index}/aggregate` };
    for (const reference of [...assemblies, ...dependencies]) {
      if (!completeness.has(reference)) completeness.set(reference, said);
    }
  }
  return completeness;
}
