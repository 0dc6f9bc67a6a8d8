import type { Scope } from "#core/standards/scopes/scope.ts";
import type { CheckingTestcase } from "#core/standards/requirements/link-testcases.ts";
import type { TestcaseEntry } from "#site/requirement-entry.ts";

import type { Passing } from "./passing-store.ts";

/** A scope with the last segment of its address. */
export interface NamedScope {
  readonly alias: string;
  readonly scope: Scope;
}

/** A test case with the documents that it checks and what pages show of it. */
export interface PublishedTestcase extends CheckingTestcase, TestcaseEntry {
  readonly hasDemo: boolean;
}

/** Scope files name documents at the community's own site; the path is the same here. */
const DOCUMENT_ADDRESS = /^https?:\/\/[^/?#]+(\/standards\/([^/?#]+))\/?(#.*)?$/;

/** The test cases of all scopes, each with the clouds that pass it. */
export function listTestcases(
  scopes: readonly NamedScope[],
  passing: ReadonlyMap<string, Passing>,
): PublishedTestcase[] {
  return scopes.flatMap(({ alias, scope }) => {
    const documentsOf = documentsByTestcase(scope);
    return [...scope.testcases.values()].map(({ id, description, url }) => {
      const clouds = passing.get(`${scope.uuid} ${id}`);
      return {
        id,
        description,
        url,
        documentIds: [...(documentsOf.get(id) ?? [])],
        href: hrefOf(url) ?? `/certification/scopes/${encodeURIComponent(alias)}`,
        clouds: clouds === undefined ? undefined : { passing: clouds.passing, tested: clouds.tested },
        hasDemo: clouds?.hasDemo ?? false,
      };
    });
  });
}

/** A module names its document; the test cases that it lists check that document. */
function documentsByTestcase({ modules }: Scope): ReadonlyMap<string, ReadonlySet<string>> {
  const documents = new Map<string, Set<string>>();
  for (const { url = "", targets } of modules) {
    const documentId = DOCUMENT_ADDRESS.exec(url)?.[2];
    if (documentId === undefined) continue;
    for (const id of [...targets.values()].flat()) {
      const known = documents.get(id) ?? new Set();
      documents.set(id, known.add(documentId));
    }
  }
  return documents;
}

function hrefOf(url = ""): string | undefined {
  const [, path, , anchor = ""] = DOCUMENT_ADDRESS.exec(url) ?? [];
  return path === undefined ? undefined : `${path}${anchor}`;
}
