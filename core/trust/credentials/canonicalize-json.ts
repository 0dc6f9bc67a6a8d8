/** JSON Canonicalization Scheme, RFC 8785: one text for one value, so that it can be signed. */
import { failure, success, type Result } from "#core/base/result.ts";

/** Why a value has no canonical form; `pointer` is a JSON pointer (RFC 6901) to the place. */
export interface CanonicalizationFailure {
  readonly reason: "lone-surrogate" | "not-a-number" | "not-json" | "too-deep";
  readonly pointer: string;
}

/** Deeper nesting has never been a credential; it would only exhaust the stack. */
const MAX_DEPTH = 100;

/** The canonical text of a JSON value. Fails for what JSON cannot say; never throws. */
export function canonicalizeJson(value: unknown): Result<string, CanonicalizationFailure> {
  const parts: string[] = [];
  const fault = write(value, [], parts);
  return fault === undefined ? success(parts.join("")) : failure(fault);
}

type Path = readonly (string | number)[];

function write(value: unknown, path: Path, parts: string[]): CanonicalizationFailure | undefined {
  if (path.length > MAX_DEPTH) return fault("too-deep", path);
  if (typeof value === "string") return writeText(value, path, parts);
  if (Array.isArray(value)) return writeArray(value, path, parts);
  if (typeof value === "object" && value !== null) return writeObject(value as Record<string, unknown>, path, parts);
  if (typeof value === "number" && !Number.isFinite(value)) return fault("not-a-number", path);
  if (value !== null && typeof value !== "boolean" && typeof value !== "number") return fault("not-json", path);
  // RFC 8785 §3.2.2.3 takes the number format from ECMAScript, with which JSON.stringify writes; it makes -0 a 0.
  parts.push(JSON.stringify(value));
  return undefined;
}

function writeText(text: string, path: Path, parts: string[]): CanonicalizationFailure | undefined {
  if (!text.isWellFormed()) return fault("lone-surrogate", path);
  parts.push(JSON.stringify(text));
  return undefined;
}

function writeArray(items: readonly unknown[], path: Path, parts: string[]): CanonicalizationFailure | undefined {
  parts.push("[");
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(",");
    const found = write(item, [...path, index], parts);
    if (found !== undefined) return found;
  }
  parts.push("]");
  return undefined;
}

function writeObject(
  members: Readonly<Record<string, unknown>>,
  path: Path,
  parts: string[],
): CanonicalizationFailure | undefined {
  parts.push("{");
  // RFC 8785 §3.2.3 sorts names by UTF-16 code units, which is how JavaScript compares texts.
  for (const [index, name] of Object.keys(members).sort().entries()) {
    if (index > 0) parts.push(",");
    const inName = writeText(name, [...path, name], parts);
    if (inName !== undefined) return inName;
    parts.push(":");
    const found = write(members[name], [...path, name], parts);
    if (found !== undefined) return found;
  }
  parts.push("}");
  return undefined;
}

function fault(reason: CanonicalizationFailure["reason"], path: Path): CanonicalizationFailure {
  const tokens = path.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { reason, pointer: tokens.join("") };
}
