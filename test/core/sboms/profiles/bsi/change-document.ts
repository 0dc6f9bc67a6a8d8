import { pointerTokens } from "#core/base/json/json-pointer.ts";

type Container = Record<string, unknown>;

/** A copy of a JSON document with one value set, or (undefined) taken away, at a JSON pointer. */
export function changeDocument(document: unknown, pointer: string, value: unknown): unknown {
  if (pointer === "") return value;
  const copy = structuredClone(document);
  const tokens = pointerTokens(pointer);
  const last = tokens.at(-1) ?? "";
  let container = copy as Container;
  for (const token of tokens.slice(0, -1)) container = container[token] as Container;
  if (value !== undefined) container[last] = value;
  else if (Array.isArray(container)) container.splice(Number(last), 1);
  else Reflect.deleteProperty(container, last);
  return copy;
}
