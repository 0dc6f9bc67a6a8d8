import { parseDocument } from "yaml";

import { loadScope } from "#core/certification/load-scope.ts";
import type { Scope } from "#core/certification/scope.ts";
import { documentIdOfAddress } from "#core/documents/document-address.ts";
import type { Finding } from "#core/finding.ts";

/** What lists and badges need of a scope file; the whole scope is read from its bytes by the certification slice. */
export interface ScopeFacts {
  /** File name without `.yaml`, as in addresses: `scs-compatible-iaas`. */
  readonly alias: string;
  /** Undefined where the file cannot be read. */
  readonly uuid: string | undefined;
  readonly name: string;
  /** Ids of the documents that its modules are made of; absent where an older Stele read the file. */
  readonly documentIds?: readonly string[];
}

/** The name and identity of a scope file, and the faults that keep it from being evaluated. */
export function readScopeFacts(
  path: string,
  text: string,
): { readonly facts: ScopeFacts; readonly findings: readonly Finding[] } {
  const alias = path.slice(path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  const { scope, findings } = loadScope(path, text);
  const yaml = parseDocument(text, { prettyErrors: false });
  const uuid: unknown = yaml.get("uuid");
  const name: unknown = yaml.get("name");
  const facts = {
    alias,
    uuid: typeof uuid === "string" ? uuid : undefined,
    name: typeof name === "string" ? name : alias,
    documentIds: scope === undefined ? [] : documentIdsOf(scope),
  };
  return { facts, findings };
}

function documentIdsOf({ modules }: Scope): string[] {
  const ids = modules.map(({ url = "" }) => documentIdOfAddress(url)).filter((id) => id !== undefined);
  return [...new Set(ids)].sort();
}
