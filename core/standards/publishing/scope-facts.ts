import { loadScope, scopeOrigin } from "#core/standards/scopes/load-scope.ts";
import type { Scope } from "#core/standards/scopes/scope.ts";
import { documentIdOfAddress } from "#core/standards/documents/document-address.ts";
import type { Finding } from "#core/base/finding.ts";
import { readMapping } from "#core/base/yaml/read-mapping.ts";

/** What lists and badges need of a scope file; the whole scope is read from its bytes by the certification slice. */
export interface ScopeFacts {
  /** File name without `.yaml`, as in addresses: `scs-compatible-iaas`. */
  readonly alias: string;
  /** Undefined where the file cannot be read. */
  readonly uuid: string | undefined;
  readonly name: string;
  /** Ids of the documents that its modules are made of; absent where an older Stele read the file. */
  readonly documentIds?: readonly string[];
  /** What the scope asks of each of them; absent where an older Stele read the file. */
  readonly inclusions?: readonly Inclusion[];
}

/** A document in a scope. */
export interface Inclusion {
  readonly documentId: string;
  /** Names of the versions that include it, in the order of the file. */
  readonly versions: readonly string[];
  /** How many test cases check it. */
  readonly testcaseCount: number;
}

/** The name and identity of a scope file, and the faults that keep it from being evaluated. */
export function readScopeFacts(
  path: string,
  text: string,
): { readonly facts: ScopeFacts; readonly findings: readonly Finding[] } {
  const alias = path.slice(path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  const { scope, findings } = loadScope(path, text);
  const { uuid, name } = scope ?? readMapping(text, scopeOrigin(path));
  const facts = {
    alias,
    uuid: typeof uuid === "string" ? uuid : undefined,
    name: typeof name === "string" ? name : alias,
    documentIds: scope === undefined ? [] : documentIdsOf(scope),
    inclusions: scope === undefined ? [] : documentIdsOf(scope).map((id) => inclusionOf(id, scope)),
  };
  return { facts, findings };
}

function inclusionOf(documentId: string, { modules, versions }: Scope): Inclusion {
  const own = new Set(modules.filter(({ url = "" }) => documentIdOfAddress(url) === documentId).map(({ id }) => id));
  const testcases = modules.filter(({ id }) => own.has(id)).flatMap(({ targets }) => [...targets.values()].flat());
  return {
    documentId,
    versions: versions.filter((version) => version.modules.some(({ id }) => own.has(id))).map(({ name }) => name),
    testcaseCount: new Set(testcases).size,
  };
}

function documentIdsOf({ modules }: Scope): string[] {
  const ids = modules.map(({ url = "" }) => documentIdOfAddress(url)).filter((id) => id !== undefined);
  return [...new Set(ids)].sort();
}
