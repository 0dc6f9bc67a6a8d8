import { loadScope } from "#core/standards/scopes/load-scope.ts";

import { searchEntry, type SearchEntry } from "./search-entry.ts";

/** Scope files name documents at the community's own site; the path is the same here. */
const DOCUMENT_ADDRESS = /^https:\/\/[^/?#]+(\/standards\/[^/?#]+)\/?(#.*)?$/;

/**
 * The testcases of a scope file: they lead to the clause that describes them, or to the scope. Their words are the
 * description and the name of the scope. A file that cannot be read has none.
 */
export function entriesOfScope(path: string, text: string): SearchEntry[] {
  const { scope } = loadScope(path, text);
  if (scope === undefined) return [];
  const alias = path.slice(path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  return [...scope.testcases.values()].map(({ id, description, url }) =>
    searchEntry({
      kind: "testcase",
      ref: id,
      title: id,
      headings: scope.name,
      body: description,
      href: hrefOf(url) ?? `/certification/scopes/${encodeURIComponent(alias)}`,
    }),
  );
}

function hrefOf(url: string | undefined): string | undefined {
  const [, path, anchor = ""] = DOCUMENT_ADDRESS.exec(url ?? "") ?? [];
  return path === undefined ? undefined : `${path}${anchor}`;
}
