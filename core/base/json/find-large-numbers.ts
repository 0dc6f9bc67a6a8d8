import { childPointer } from "./json-pointer.ts";

/** Places of the numbers of a parsed document that are beyond 2^53 in either direction, infinities included. Without recursion. */
export function findLargeNumbers(document: unknown): readonly string[] {
  const found: string[] = [];
  const pending: { readonly value: unknown; readonly pointer: string }[] = [{ value: document, pointer: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (typeof value === "number") {
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) found.push(pointer);
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    // The last one lies lowest, so that places come in the order of the document.
    for (const name of names.toReversed()) {
      const member = (value as Record<string | number, unknown>)[name];
      if (typeof member === "number" || typeof member === "object") {
        pending.push({ value: member, pointer: childPointer(pointer, name) });
      }
    }
  }
  return found;
}
