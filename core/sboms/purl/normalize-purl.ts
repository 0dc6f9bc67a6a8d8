import { failure, success, type Result } from "#core/base/result.ts";

import type { Purl, PurlFault } from "./purl.ts";
import { PURL_TYPES, type PurlTypeRules } from "./purl-types.ts";

/** Folds and checks the parts of a purl by the rules of its type. */
export function normalizePurl(purl: Purl): Result<Purl, PurlFault> {
  const rules = PURL_TYPES[purl.type] ?? {};
  const normalized = fold(purl, rules);
  const message = findFault(normalized, rules);
  return message === undefined ? success(normalized) : failure({ message });
}

function fold(purl: Purl, { folds = [], normalizeName }: PurlTypeRules): Purl {
  if (folds.length === 0 && normalizeName === undefined) return purl;
  const { namespace, version } = purl;
  const name = folds.includes("name") ? purl.name.toLowerCase() : purl.name;
  const normalized = normalizeName?.(name, purl) ?? name;
  const isFolded = folds.includes("namespace");
  return {
    ...purl,
    ...(namespace === undefined ? {} : { namespace: isFolded ? namespace.toLowerCase() : namespace }),
    name: normalized,
    ...(version === undefined ? {} : { version: folds.includes("version") ? version.toLowerCase() : version }),
  };
}

function findFault(purl: Purl, rules: PurlTypeRules): string | undefined {
  const { type, namespace, name, version, qualifiers } = purl;
  if (rules.namespace === "required" && namespace === undefined) return `type \`${type}\` needs a namespace`;
  if (rules.namespace === "prohibited" && namespace !== undefined) return `type \`${type}\` has no namespace`;
  const missing = rules.requiredQualifiers?.find((key) => !qualifiers.has(key));
  if (missing !== undefined) return `type \`${type}\` needs the qualifier \`${missing}\``;
  if (rules.namePattern?.test(name) === false) return `the name does not match \`${rules.namePattern.source}\``;
  if (version !== undefined && rules.versionPattern?.test(version) === false) {
    return `the version does not match \`${rules.versionPattern.source}\``;
  }
  return rules.check?.(purl);
}
