import { isScalar, visit, type Document, type Scalar } from "yaml";

/**
 * The first key that a mapping of a document has twice, or undefined. The library's own search compares every key with every
 * other one of its mapping, which takes minutes for a text of some megabytes; this one is linear.
 */
export function findRepeatedKey(document: Document): Scalar | undefined {
  let repeated: Scalar | undefined;
  visit(document, {
    Map: (_key, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) {
          repeated = key;
          return visit.BREAK;
        }
        known.add(key.value);
      }
      return undefined;
    },
  });
  return repeated;
}
