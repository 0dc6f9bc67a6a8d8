import type { Finding } from "#core/base/finding.ts";

import { guideIdOf } from "./guide.ts";
import type { ManifestFile } from "./manifest.ts";
import type { FileKind } from "./tree-layout.ts";

/** Where the page of a file is; kinds without a page of their own are absent. */
const ADDRESSES: Partial<Record<FileKind, { readonly base: string; readonly ending: RegExp }>> = {
  document: { base: "/standards/", ending: /\.md$/ },
  release: { base: "/releases/", ending: /\.md$/ },
  news: { base: "/news/", ending: /\.md$/ },
  scope: { base: "/certification/scopes/", ending: /\.yaml$/ },
};

/** The address of the page that a file becomes; undefined for files that are data of other pages. */
export function addressOf({ kind, path }: ManifestFile): string | undefined {
  if (kind === "guide") return `/standards/${guideIdOf(path)}`;
  const address = ADDRESSES[kind];
  if (address === undefined) return undefined;
  return `${address.base}${path.slice(path.lastIndexOf("/") + 1).replace(address.ending, "")}`;
}

/** Files that would become the same page: a state in which one of them could not be read is never made current. */
export function findAddressConflicts(files: readonly ManifestFile[]): Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const file of files) {
    const address = addressOf(file);
    if (address === undefined) continue;
    const owner = owners.get(address);
    if (owner === undefined) {
      owners.set(address, file.path);
      continue;
    }
    const start = { line: 1, column: 1 };
    findings.push({
      ruleId: "address-taken",
      severity: "error",
      message: `\`${file.path}\` and \`${owner}\` would both be \`${address}\`; rename or remove one of them.`,
      place: { path: file.path, start, end: start },
      source: { clause: "Stele, one page per address" },
    });
  }
  return findings;
}
