import type { ManifestFile } from "#core/standards/publishing/manifest.ts";

/** The first renderer whose fragments have their path in the key. */
const FIRST_WITH_PATH = 6;

/**
 * Key in R2 of what a renderer made of a file. Every input is in it: links are resolved by the path, so two files with the same
 * bytes have a fragment each.
 */
export function renderedKey({ path, kind, sha256 }: ManifestFile, rendererVersion: number): string {
  const key = `rendered/${rendererVersion}/${kind}/${sha256}`;
  return rendererVersion < FIRST_WITH_PATH ? key : `${key}/${path}`;
}
