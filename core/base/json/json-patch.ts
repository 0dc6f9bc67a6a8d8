import { failure, success, type Result } from "#core/base/result.ts";

import { pointerTokens } from "./json-pointer.ts";

/** One step of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: "add" | "replace" | "test"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move" | "copy"; readonly from: string; readonly path: string };

/** Steps that are taken one after the other, all or none. */
export type JsonPatch = readonly PatchOperation[];

/** Why a patch does not fit a document: the number of the step and a sentence. */
export interface PatchFault {
  readonly step: number;
  readonly message: string;
}

type Container = Record<string, unknown> | unknown[];

/** A document that is being changed. */
interface Root {
  value: unknown;
}

/**
 * Applies a JSON Patch (RFC 6902). The document stays as it is; the result is a new one that shares nothing with it. A step that
 * does not fit refuses the whole patch (RFC 6902, 5). Never throws for a parsed document.
 */
export function applyPatch(document: unknown, patch: JsonPatch): Result<unknown, PatchFault> {
  const root: Root = { value: copyOf(document) };
  for (const [step, operation] of patch.entries()) {
    const message = applyOperation(root, operation);
    if (message !== undefined) return failure({ step, message });
  }
  return success(root.value);
}

/** Takes one step; answers why it cannot be taken. */
function applyOperation(root: Root, operation: PatchOperation): string | undefined {
  const { op, path } = operation;
  switch (op) {
    case "add":
      return add(root, path, copyOf(operation.value));
    case "remove":
      return remove(root, path);
    case "replace":
      return read(root, path) === undefined ? nothingAt(path) : replace(root, path, copyOf(operation.value));
    case "test":
      return isSame(read(root, path)?.value, operation.value) ? undefined : `\`${path}\` has another value`;
    case "copy": {
      const found = read(root, operation.from);
      return found === undefined ? nothingAt(operation.from) : add(root, path, copyOf(found.value));
    }
    case "move": {
      const { from } = operation;
      if (path.startsWith(`${from}/`)) return `\`${from}\` cannot be moved into itself`;
      const found = read(root, from);
      return found === undefined ? nothingAt(from) : (remove(root, from) ?? add(root, path, found.value));
    }
  }
}

function nothingAt(path: string): string {
  return `there is nothing at \`${path}\``;
}

/** The value at a pointer; undefined when there is none. */
function read(root: Root, path: string): { readonly value: unknown } | undefined {
  if (!isPointer(path)) return undefined;
  let value = root.value;
  for (const token of pointerTokens(path)) {
    if (!isContainer(value) || !hasMember(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return { value };
}

/** The container in which the last token of a pointer lies. */
function parentOf(root: Root, path: string): { readonly parent: Container; readonly token: string } | undefined {
  const tokens = pointerTokens(path);
  const token = tokens.at(-1);
  if (token === undefined || !isPointer(path)) return undefined;
  const parent = read(root, path.slice(0, path.lastIndexOf("/")))?.value;
  return isContainer(parent) ? { parent, token } : undefined;
}

function add(root: Root, path: string, value: unknown): string | undefined {
  if (path === "") {
    root.value = value;
    return undefined;
  }
  const place = parentOf(root, path);
  if (place === undefined) return `there is no array or object for \`${path}\``;
  const { parent, token } = place;
  if (!Array.isArray(parent)) {
    setMember(parent, token, value);
    return undefined;
  }
  const index = token === "-" ? parent.length : isIndex(token) ? Number(token) : -1;
  if (index < 0 || index > parent.length) return `\`${path}\` is no place in an array of ${parent.length}`;
  parent.splice(index, 0, value);
  return undefined;
}

function remove(root: Root, path: string): string | undefined {
  if (read(root, path) === undefined) return nothingAt(path);
  const place = parentOf(root, path);
  if (place === undefined) return "the whole document cannot be removed";
  if (Array.isArray(place.parent)) place.parent.splice(Number(place.token), 1);
  else Reflect.deleteProperty(place.parent, place.token);
  return undefined;
}

function replace(root: Root, path: string, value: unknown): undefined {
  const place = parentOf(root, path);
  if (place === undefined) root.value = value;
  else setMember(place.parent, place.token, value);
}

/** A member like any other, also when it is called `__proto__`. */
function setMember(container: Container, token: string, value: unknown): void {
  Object.defineProperty(container, token, { value, writable: true, enumerable: true, configurable: true });
}

function isPointer(path: string): boolean {
  return path === "" || path.startsWith("/");
}

function isIndex(token: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(token);
}

function hasMember(container: Container, token: string): boolean {
  return Array.isArray(container)
    ? isIndex(token) && Number(token) < container.length
    : Object.hasOwn(container, token);
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

/** Depth is bounded where documents are parsed. */
function copyOf(value: unknown): unknown {
  return isContainer(value) ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}

/** Equal as JSON values: the order of members does not count (RFC 6902, 4.6). */
function isSame(a: unknown, b: unknown): boolean {
  if (!isContainer(a) || !isContainer(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) && isSame((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
    )
  );
}
