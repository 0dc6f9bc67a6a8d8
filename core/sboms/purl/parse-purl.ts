import { decodePart, decodeStrictly } from "#core/base/text/decode-part.ts";
import { failure, success, type Result } from "#core/base/result.ts";

import { formatPurl } from "./format-purl.ts";
import { normalizePurl } from "./normalize-purl.ts";
import type { Purl, PurlFault } from "./purl.ts";
import { PURL_TYPES } from "./purl-types.ts";

const TYPE = /^[a-z][a-z0-9.-]*$/;
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;

/**
 * Parses a purl by the algorithm of its specification (from right to left), normalizes it and checks the rules of its type.
 * Without recursion, in linear time.
 */
export function parsePurl(text: string): Result<Purl, PurlFault> {
  return parse(text, (key) => key);
}

/** The canonical form of a purl; keys of qualifiers may be in any case here. */
export function canonicalPurl(text: string): Result<string, PurlFault> {
  const parsed = parse(text, (key) => key.toLowerCase());
  return parsed.ok ? success(formatPurl(parsed.value)) : parsed;
}

function parse(text: string, foldKey: (key: string) => string): Result<Purl, PurlFault> {
  const [beforeSubpath, rawSubpath] = splitLast(text, "#");
  const [beforeQualifiers, rawQualifiers] = splitLast(beforeSubpath, "?");
  const colon = beforeQualifiers.indexOf(":");
  if (beforeQualifiers.slice(0, colon).toLowerCase() !== "pkg") return fault("it does not start with `pkg:`");
  const afterScheme = beforeQualifiers.slice(colon + 1);
  const path = afterScheme.startsWith("/") ? afterScheme.replace(/^\/+/, "") : afterScheme;
  const slash = path.indexOf("/");
  if (slash < 0) return fault("the type and the name are not separated by `/`");
  const type = path.slice(0, slash).toLowerCase();
  if (!TYPE.test(type)) return fault("the type has other characters than letters, digits, `.` and `-`");
  // Delimiters are plain ASCII, so the parts are well encoded exactly when the whole is.
  if (decodeStrictly(text) === undefined) return fault("a percent-encoding is not valid UTF-8");

  const qualifiers = rawQualifiers === undefined ? NO_QUALIFIERS : parseQualifiers(rawQualifiers, foldKey);
  if (typeof qualifiers === "string") return fault(qualifiers);
  const [rawName, rawVersion] = splitVersion(path.slice(slash + 1));
  const segments = decodeSegments(rawName);
  if (segments === undefined) return fault("a segment has an encoded `/`");
  const subpath = decodeSegments(rawSubpath ?? "")?.filter((segment) => segment !== "." && segment !== "..");
  if (subpath === undefined) return fault("the subpath has an encoded `/` in a segment");
  if (segments.length === 0 || rawName.endsWith("/")) return fault("the name is missing");
  const { namespace, name } = splitName(type, segments);
  const version = decodePart(rawVersion ?? "");
  return normalizePurl(purlOf(type, namespace, name, version, qualifiers, subpath.join("/")));
}

/** Absent parts are left out; by assignment, as spreads would take longer than all the rest. */
function purlOf(
  type: string,
  namespace: string | undefined,
  name: string,
  version: string,
  qualifiers: Purl["qualifiers"],
  subpath: string,
): Purl {
  const purl: { -readonly [Part in keyof Purl]: Purl[Part] } = { type, name, qualifiers };
  if (namespace !== undefined) purl.namespace = namespace;
  if (version !== "") purl.version = version;
  if (subpath !== "") purl.subpath = subpath;
  return purl;
}

/** Documents name tens of thousands of packages, nearly all without qualifiers and encoded characters. */
const NO_QUALIFIERS: ReadonlyMap<string, string> = new Map();
const NO_SEGMENTS: readonly string[] = [];

/** The last segment is the name; where the name is a path, all but the first are. */
function splitName(type: string, segments: readonly string[]): Pick<Purl, "namespace" | "name"> {
  const [only] = segments;
  if (segments.length === 1 && only !== undefined) return { name: only };
  const namespaceLength =
    PURL_TYPES[type]?.hasPathName === true ? Math.min(1, segments.length - 1) : segments.length - 1;
  const name = segments.slice(namespaceLength).join("/");
  return namespaceLength === 0 ? { name } : { namespace: segments.slice(0, namespaceLength).join("/"), name };
}

/** The last `@` starts the version, unless it starts a segment with more behind it: the scope of an npm package. */
function splitVersion(path: string): readonly [string, string | undefined] {
  const at = path.lastIndexOf("@");
  const isScope = (at === 0 || path[at - 1] === "/") && path.includes("/", at);
  return at < 0 || isScope ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

/** Qualifiers by key, or what is wrong with them. */
function parseQualifiers(text: string, foldKey: (key: string) => string): ReadonlyMap<string, string> | string {
  const qualifiers = new Map<string, string>();
  for (const pair of text.split("&")) {
    const equals = pair.indexOf("=");
    if (equals < 0) {
      if (pair === "") continue;
      return "a qualifier has no `=`";
    }
    const key = foldKey(pair.slice(0, equals));
    if (!QUALIFIER_KEY.test(key)) return "the key of a qualifier is not lower-case letters, digits, `.`, `-` and `_`";
    if (qualifiers.has(key)) return `the qualifier \`${key}\` is there twice`;
    const value = decodePart(pair.slice(equals + 1));
    if (value !== "") qualifiers.set(key, value);
  }
  return qualifiers;
}

/** Decoded segments without the empty ones; undefined when one has a slash inside. */
function decodeSegments(path: string): readonly string[] | undefined {
  if (path === "") return NO_SEGMENTS;
  if (!path.includes("%")) return path.includes("/") ? path.split("/").filter((segment) => segment !== "") : [path];
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodePart);
  return segments.some((segment) => segment.includes("/")) ? undefined : segments;
}

function splitLast(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function fault(message: string): { readonly ok: false; readonly failure: PurlFault } {
  return failure({ message });
}
