import { visitObjects } from "#core/base/json/walk-objects.ts";

import type { CycloneDxBom } from "./cyclonedx.ts";

/** What the `bom-ref`s of a document are, and which of them stand more than once. */
export interface BomRefs {
  readonly defined: ReadonlySet<string>;
  readonly repeated: ReadonlySet<string>;
}

/** Made once for a document: references, profiles and graphs ask for the same. */
const REFS = new WeakMap<CycloneDxBom, BomRefs>();

/** Every `bom-ref` of a document, wherever it stands. Linear time, without recursion. */
export function bomRefsOf(bom: CycloneDxBom): BomRefs {
  const known = REFS.get(bom);
  if (known !== undefined) return known;
  const defined = new Set<string>();
  const repeated = new Set<string>();
  // Half of a long document are dependencies, which use references and define none.
  const { dependencies: _dependencies, ...elements } = bom;
  visitObjects(elements, (object) => {
    const bomRef = object["bom-ref"];
    if (typeof bomRef !== "string") return;
    if (defined.has(bomRef)) repeated.add(bomRef);
    defined.add(bomRef);
  });
  const refs = { defined, repeated };
  REFS.set(bom, refs);
  return refs;
}
