/** Where the files of a tree lie: a folder per kind, relative to the root. */
export interface TreeLayout {
  readonly documents?: string;
  readonly scopes?: string;
  readonly releases?: string;
  readonly providers?: string;
  /** Guides lie one folder deeper, each group in its own: `guides/certification/overview.md`. */
  readonly guides?: string;
  readonly news?: string;
  /** A file, never published: it says who may do what. */
  readonly accounts?: string;
}

/** The layouts that are known without a configuration: the one of `standards-src/` and the one of the SCS repository. */
export const KNOWN_LAYOUTS: readonly TreeLayout[] = [
  {
    documents: "documents",
    scopes: "scopes",
    releases: "releases",
    providers: "providers",
    guides: "guides",
    news: "news",
    accounts: "accounts.yaml",
  },
  { documents: "Standards", scopes: "Tests", accounts: "compliance-monitor/bootstrap.yaml" },
];

/** What a published file is. */
export type FileKind = "config" | "document" | "scope" | "release" | "sbom" | "provider" | "guide" | "news";

/** Which files of which folder are published as what; the first match decides. */
const KINDS: readonly { kind: FileKind; folder: keyof TreeLayout; name: RegExp }[] = [
  // Templates such as scs-XXXX-vN-… are for authors, not for readers.
  { kind: "document", folder: "documents", name: /^(?!README\.md$)(?![a-z]+-XXXX-)[^/]+\.md$/ },
  { kind: "scope", folder: "scopes", name: /^[^/]+\.yaml$/ },
  { kind: "release", folder: "releases", name: /^(?!README\.md$)[^/]+\.md$/ },
  { kind: "sbom", folder: "releases", name: /^[^/]+\.cdx\.json$/ },
  { kind: "provider", folder: "providers", name: /^[^/]+\.yaml$/ },
  { kind: "guide", folder: "guides", name: /^[a-z][a-z0-9-]*\/(?!README\.md$)(?![^/]*\.template\.md$)[^/]+\.md$/ },
  { kind: "news", folder: "news", name: /^(?!README\.md$)[^/]+\.md$/ },
];

/** What the file at `path` (forward slashes, relative to the root) is published as; undefined for all that is not. */
export function classifyPath(path: string, layouts: readonly TreeLayout[] = KNOWN_LAYOUTS): FileKind | undefined {
  if (path === "stele.config.yaml") return "config";
  for (const layout of layouts) {
    for (const { kind, folder, name } of KINDS) {
      const prefix = layout[folder];
      if (prefix !== undefined && path.startsWith(`${prefix}/`) && name.test(path.slice(prefix.length + 1)))
        return kind;
    }
  }
  return undefined;
}
