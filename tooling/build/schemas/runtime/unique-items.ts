/**
 * The keyword `uniqueItems` in linear time. The stock one compares all pairs: a BOM with 40,000 components takes minutes.
 * This module is bundled into the generated validators.
 */

/** Two equal items of an array, by index. */
export interface Repeat {
  readonly i: number;
  readonly j: number;
}

/** Members that tell items apart, the best ones first. */
const TELLING_MEMBERS = ["bom-ref", "ref", "purl", "value", "content", "url", "name", "id", "type"] as const;

/** Equal values have equal numbers (hash consing), valid for one document. */
let numberOfShape = new Map<string, number>();
let numberOfObject = new WeakMap<object, number>();

/** The first item that repeats an earlier one, compared as JSON values (JSON Schema 2020-12 §6.4.3). */
export function firstRepeat(items: readonly unknown[]): Repeat | undefined {
  if (items.length < 2 || areFewTexts(items)) return undefined;
  // Nearly always the rough keys differ already; only items that share one are compared as a whole.
  if (new Set(items.map(roughKey)).size === items.length) return undefined;
  const groups = new Map<unknown, number[]>();
  for (const [index, item] of items.entries()) {
    const key = roughKey(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups.values()].map((group) => repeatAmong(items, group)).find((repeat) => repeat !== undefined);
}

/** Lists of a few names, as dependencies have them by the thousand: comparing them costs less than a set. */
function areFewTexts(items: readonly unknown[]): boolean {
  if (items.length > 6) return false;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (typeof item !== "string" || items.indexOf(item) !== index) return false;
  }
  return true;
}

/** Lets go of the document; called after every validation. */
export function forgetItems(): void {
  numberOfShape = new Map();
  numberOfObject = new WeakMap();
}

/** Equal items have equal keys; the reverse does not hold. */
function roughKey(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  if (Array.isArray(item)) return item.length;
  for (const member of TELLING_MEMBERS) {
    const value = (item as Record<string, unknown>)[member];
    if (typeof value === "string") return value;
  }
  return undefined;
}

function repeatAmong(items: readonly unknown[], indexes: readonly number[]): Repeat | undefined {
  if (indexes.length < 2) return undefined;
  const firstIndex = new Map<number, number>();
  for (const index of indexes) {
    const number = numberOf(items[index]);
    const earlier = firstIndex.get(number);
    if (earlier !== undefined) return { i: earlier, j: index };
    firstIndex.set(number, index);
  }
  return undefined;
}

/** Recursion is bounded: whoever validates hostile input has capped its depth before. */
function numberOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return numberOfKey(`${typeof value}:${String(value)}`);
  const known = numberOfObject.get(value);
  if (known !== undefined) return known;
  const number = numberOfKey(
    Array.isArray(value)
      ? `[${value.map(numberOf).join()}`
      : `{${Object.entries(value)
          .map(([name, member]) => `${JSON.stringify(name)}:${numberOf(member)}`)
          .sort()
          .join()}`,
  );
  numberOfObject.set(value, number);
  return number;
}

function numberOfKey(key: string): number {
  let number = numberOfShape.get(key);
  if (number === undefined) {
    number = numberOfShape.size;
    numberOfShape.set(key, number);
  }
  return number;
}
