/** The types of the standard have addresses too, and Yocto writes those. */
const ADDRESS = "://spdx.org/rdf/references/";

/** The type of an external reference by its short name: `purl`, `cpe23Type`. */
export function referenceTypeOf({ referenceType }: { readonly referenceType: string }): string {
  const start = referenceType.indexOf(ADDRESS);
  return start < 0 ? referenceType : referenceType.slice(start + ADDRESS.length);
}
