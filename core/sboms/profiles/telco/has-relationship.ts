import type { SpdxDocument } from "../../formats/spdx2/spdx.ts";

/** Whether there is a relationship of one of the types: most can be written from either end. */
export function hasRelationship({ relationships = [] }: SpdxDocument, types: readonly string[]): boolean {
  return relationships.some(({ relationshipType }) => types.includes(relationshipType));
}
