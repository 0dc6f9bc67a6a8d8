import { isAlias, isNode, isScalar, visit, type Document } from "yaml";

/** A key of a mapping that does not say one thing to every reader. */
export interface KeyFault {
  readonly fault: "repeated" | "alias" | "merge" | "no-text";
  /** The key as the value would have it. */
  readonly text: string;
  /** Offsets in the text. */
  readonly range: readonly [start: number, end: number];
}

/**
 * Options for every text of a stranger: what the library has to say goes into findings, never to a log that a sender could
 * fill, and keys are left to `findKeyFault`.
 */
export const UNCHECKED_KEYS = { prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;

/**
 * The first key of a document that stands twice in its mapping, or hides what it is. Keys are compared as the value will
 * have them, so `1` and `"1"` are one. The library's own search compares every key with every other one of its mapping,
 * which takes minutes for a text of some megabytes; this one is linear.
 */
export function findKeyFault(document: Document): KeyFault | undefined {
  let found: KeyFault | undefined;
  visit(document, {
    Map: (_key, { items }) => {
      const known = new Set<string>();
      for (const { key } of items) {
        const text = textOf(key);
        const fault = known.has(text) ? "repeated" : faultOf(key);
        if (fault !== undefined) {
          const [start, end] = (isNode(key) ? key.range : undefined) ?? [0, 0];
          found = { fault, text, range: [start, end] };
          return visit.BREAK;
        }
        known.add(text);
      }
      return undefined;
    },
  });
  return found;
}

function faultOf(key: unknown): KeyFault["fault"] | undefined {
  if (isAlias(key)) return "alias";
  if (key !== null && (!isScalar(key) || (typeof key.value === "object" && key.value !== null))) return "no-text";
  // Where the version or a tag asks for merging, the library marks the key with a symbol.
  const merges = isScalar(key) && (typeof key.value === "symbol" || (key.value === "<<" && key.type === "PLAIN"));
  return merges ? "merge" : undefined;
}

/** How the library names the member that a key makes: nothing and `null` make the empty name. */
function textOf(key: unknown): string {
  if (isAlias(key)) return `*${key.source}`;
  if (!isScalar(key)) return "";
  // What a scalar of our schema holds is a text, a number, a truth value or nothing.
  const { value } = key as { readonly value: string | number | boolean | symbol | null };
  return value === null ? "" : String(value);
}

/** What to tell a person. */
export function wordKeyFault({ fault, text }: KeyFault): string {
  switch (fault) {
    case "repeated":
      return `The key \`${text}\` stands here twice; keep one.`;
    case "alias":
      return `The key \`${text}\` is an alias; write it out, so that everybody sees which key it is.`;
    case "merge":
      return "The key `<<` merges other values into these, or does not, as the reader likes; write them out.";
    case "no-text":
      return "A key must be a text or a number, not a list or a mapping.";
  }
}
