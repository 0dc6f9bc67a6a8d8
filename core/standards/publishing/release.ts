import type { Root } from "mdast";

import type { Finding } from "#core/base/finding.ts";
import { validate } from "#schemas/compiled/release-front-matter.js";

import { readFrontMatter } from "./read-front-matter.ts";

/** A part of a release that its notes name. */
export interface ReleaseComponent {
  readonly name: string;
  readonly version: string;
  /** For example `IaaS`. */
  readonly layer?: string;
}

/** What release notes say about themselves. */
export interface Release {
  /** File name without `.md`; the last segment of its address. */
  readonly releaseId: string;
  readonly title: string;
  /** For example `R7`. */
  readonly version: string;
  /** ISO calendar date; undefined where the front matter cannot be read. */
  readonly releasedAt: string | undefined;
  readonly description?: string;
  /** File name of the SBOM beside the notes. */
  readonly sbom?: string;
  readonly components: readonly ReleaseComponent[];
}

/** Reads the front matter of release notes; where it is faulty, the file name stands in and findings say what to write. */
export function readRelease(
  path: string,
  root: Root,
): { readonly release: Release; readonly findings: readonly Finding[] } {
  const releaseId = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  const fallback: Release = { releaseId, title: releaseId, version: releaseId, releasedAt: undefined, components: [] };
  const { value, findings } = readFrontMatter(root, validate, {
    path,
    rule: "release",
    source: { clause: "Stele, release notes" },
    fields: ["title", "version", "released_at"],
  });
  if (value === undefined) return { release: fallback, findings };
  const { released_at: releasedAt, components = [], ...rest } = value;
  return { release: { ...fallback, ...rest, releasedAt, components }, findings };
}
