import { childPointer } from "./json-pointer.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Visits every object (not array) of a parsed JSON document, without recursion, in no promised order. Several times faster than
 * `walkObjects`, for passes over documents that are nearly always in order.
 */
export function visitObjects(document: unknown, visit: (object: JsonObject) => void): void {
  const pending: unknown[] = [document];
  while (pending.length > 0) {
    const current = pending.pop();
    if (typeof current !== "object" || current === null) continue;
    if (Array.isArray(current)) {
      for (const element of current) if (typeof element === "object") pending.push(element);
      continue;
    }
    const object = current as JsonObject;
    visit(object);
    // Parsed objects inherit nothing that for-in would meet, and for-in needs no list of names.
    for (const name in object) {
      const member = object[name];
      if (typeof member === "object") pending.push(member);
    }
  }
}

/** An array or object on the way from the root to the current object. */
interface Frame {
  readonly container: JsonObject | readonly unknown[];
  /** Names of an object; undefined for arrays. */
  readonly names: readonly string[] | undefined;
  /** Number of the next element or member. */
  next: number;
}

/**
 * Visits every object (not array) of a parsed JSON document in the order of the document, without recursion, with memory by
 * depth. `pointer()` is the JSON pointer of the visited object, made only when asked for during the visit.
 */
export function walkObjects(document: unknown, visit: (object: JsonObject, pointer: () => string) => void): void {
  const frames: Frame[] = [];
  const pointer = (): string =>
    frames.slice(0, -1).reduce((path, frame) => childPointer(path, currentToken(frame)), "");
  const enter = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      frames.push({ container: value, names: undefined, next: 0 });
    } else {
      const object = value as JsonObject;
      frames.push({ container: object, names: Object.keys(object), next: 0 });
      visit(object, pointer);
    }
  };
  enter(document);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { container, names } = frame;
    const index = frame.next;
    if (index >= (names ?? (container as readonly unknown[])).length) {
      frames.pop();
      continue;
    }
    frame.next += 1;
    enter(
      names === undefined ? (container as readonly unknown[])[index] : (container as JsonObject)[names[index] ?? ""],
    );
  }
}

/** The token of the child that is being visited. */
function currentToken({ names, next }: Frame): string | number {
  return names === undefined ? next - 1 : (names[next - 1] ?? "");
}
