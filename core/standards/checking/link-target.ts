import { decodePart } from "#core/base/text/decode-part.ts";

import type { CommunityAddresses } from "./check-settings.ts";

/** What a link in a document points to. */
export type LinkTarget =
  /** A heading of the same document. */
  | { readonly kind: "anchor"; readonly anchor: string }
  /** Another document: by file name, by its page on the community's site, or by its file in the source repository. */
  | {
      readonly kind: "document";
      readonly form: "relative" | "site" | "repository";
      readonly documentId: string;
      readonly anchor: string | undefined;
    }
  /** The page of all versions of a number. */
  | { readonly kind: "number"; readonly number: string; readonly prefix: string }
  /** A file of the source repository; the path is relative to the repository's root. */
  | { readonly kind: "repository-file"; readonly path: string }
  | { readonly kind: "other" };

const DOCUMENT_ID = /^[a-z][a-z0-9]*-\d{4}-[vw]\d+-[^/?#]+$/;
const NUMBER_PAGE = /(?:^|\/)([a-z][a-z0-9]*)-(\d{4})\/?$/;

/** Classifies the address of a link; `addresses` says which sites are the community's own. */
export function classifyLink(url: string, addresses: CommunityAddresses): LinkTarget {
  if (url.startsWith("#")) return { kind: "anchor", anchor: decodePart(url.slice(1)) };
  const [, path = "", anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return classifyRelative(path, anchor);
  for (const site of addresses.sites) {
    if (path.startsWith(`${site}/`)) return classifySitePath(path.slice(site.length + 1), anchor);
  }
  for (const repository of addresses.repositories) {
    const rest = path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : "";
    const file = /^(?:blob|tree|raw)\/main\/(.+)$/.exec(rest)?.[1];
    if (file !== undefined) return classifyRepositoryPath(decodePart(file), anchor, addresses);
  }
  return { kind: "other" };
}

function classifyRelative(path: string, anchor: string | undefined): LinkTarget {
  const name = decodePart(path.replace(/^\.\//, ""));
  if (!name.endsWith(".md") || name.includes("/")) return { kind: "other" };
  return {
    kind: "document",
    form: "relative",
    documentId: name.slice(0, -".md".length),
    anchor: optionalDecode(anchor),
  };
}

function classifySitePath(path: string, anchor: string | undefined): LinkTarget {
  const name = decodePart(path.replace(/\/$/, ""));
  if (DOCUMENT_ID.test(name))
    return { kind: "document", form: "site", documentId: name, anchor: optionalDecode(anchor) };
  const page = NUMBER_PAGE.exec(name);
  if (page !== null) return { kind: "number", prefix: page[1] ?? "", number: page[2] ?? "" };
  return { kind: "other" };
}

function classifyRepositoryPath(path: string, anchor: string | undefined, addresses: CommunityAddresses): LinkTarget {
  const folder = `${addresses.documentsFolder}/`;
  const name = path.startsWith(folder) && path.endsWith(".md") ? path.slice(folder.length, -".md".length) : undefined;
  if (name === undefined || name.includes("/")) return { kind: "repository-file", path };
  return { kind: "document", form: "repository", documentId: name, anchor: optionalDecode(anchor) };
}

function optionalDecode(text: string | undefined): string | undefined {
  return text === undefined ? undefined : decodePart(text);
}
