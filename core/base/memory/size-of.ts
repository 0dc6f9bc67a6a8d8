/** What V8 takes for each thing, in bytes, rather too much than too little: pointers of 64 bits, heads rounded up. */
const STRING_HEAD = 24;
/** V8 keeps text in one byte a character as long as all are of Latin-1. */
const WIDE = /[^\u0000-\u00ff]/;
const POINTER = 8;
const NUMBER = 8;
const OBJECT_HEAD = 32;
const COLLECTION_HEAD = 64;
const COLLECTION_ENTRY = 32;
const BUFFER_HEAD = 120;

/**
 * About how many bytes of memory a piece of plain data takes: text, numbers, lists, objects, maps, sets, dates, buffers. What is
 * shared within it counts once; functions count as pointers. Linear, without recursion.
 */
export function sizeOf(value: unknown): number {
  const seen = new Set<object>();
  const rest: unknown[] = [value];
  let bytes = 0;
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one === "string") bytes += STRING_HEAD + one.length * (WIDE.test(one) ? 2 : 1);
    else if (typeof one === "number" || typeof one === "bigint") bytes += NUMBER;
    else if (typeof one === "object" && one !== null && !seen.has(one)) {
      seen.add(one);
      bytes += shellOf(one, rest);
    }
  }
  return bytes;
}

/** What an object itself takes; what it holds is added to `rest`. */
function shellOf(object: object, rest: unknown[]): number {
  if (ArrayBuffer.isView(object)) {
    rest.push(object.buffer);
    return BUFFER_HEAD;
  }
  if (object instanceof ArrayBuffer) return BUFFER_HEAD + object.byteLength;
  if (object instanceof Map) {
    for (const [key, member] of object) rest.push(key, member);
    return COLLECTION_HEAD + object.size * COLLECTION_ENTRY;
  }
  if (object instanceof Set) {
    for (const member of object) rest.push(member);
    return COLLECTION_HEAD + object.size * COLLECTION_ENTRY;
  }
  const members: unknown[] = Array.isArray(object) ? object : Object.values(object);
  for (const member of members) rest.push(member);
  return OBJECT_HEAD + members.length * POINTER;
}
