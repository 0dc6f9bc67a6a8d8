import type { Root } from "mdast";

import type { Finding } from "#core/finding.ts";
import { readYaml } from "#core/yaml/read-yaml.ts";
import { validate } from "#schemas/compiled/release-front-matter.js";

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
  const source = { clause: "Stele, release notes" };
  const [first] = root.children;
  if (first?.type !== "yaml") {
    const start = { line: 1, column: 1 };
    const message = "The file has no front matter; begin it with `---`, `title`, `version`, `released_at`, `---`.";
    const place = { path, start, end: start };
    return { release: fallback, findings: [{ ruleId: "release-schema", severity: "error", message, place, source }] };
  }
  const { value, findings } = readYaml(first.value, validate, { path, rule: "release", source, linesBefore: 1 });
  if (value === undefined) return { release: fallback, findings };
  const { released_at: releasedAt, components = [], ...rest } = value;
  return { release: { ...fallback, ...rest, releasedAt, components }, findings };
}
