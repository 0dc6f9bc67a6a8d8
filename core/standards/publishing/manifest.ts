import type { FileKind } from "./tree-layout.ts";

/** One file of a manifest. */
export interface ManifestFile {
  /** Path in the tree, forward slashes. */
  readonly path: string;
  readonly kind: FileKind;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
}

/**
 * The text whose SHA-256 names a snapshot: one line per file, sorted by path. The same tree always gives the same name,
 * so publishing twice is publishing once.
 */
export function manifestText(files: readonly ManifestFile[]): string {
  return files
    .map((file) => `${file.sha256} ${file.kind} ${file.path}\n`)
    .sort()
    .join("");
}

/** Paths that may be published: relative, without `.` and `..` segments, backslashes or control characters. */
export function isPublishablePath(path: string): boolean {
  return (
    path.length <= 300 &&
    !/[\\\u0000-\u001f\u007f]/.test(path) &&
    path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..")
  );
}
