/** A document's file name taken apart (SCS-0001, "Document format"). */
export interface DocumentName {
  /** File name without `.md`, case kept: `scs-0100-v3-flavor-naming`. */
  readonly documentId: string;
  /** The community's short name: `scs`. */
  readonly prefix: string;
  /** `0100`, or `xxxx` for a proposal that has no number yet. */
  readonly number: string;
  /** `v` for a main document, `w` for a supplement. */
  readonly series: "v" | "w";
  readonly version: number;
  /** What follows the version; may break the rules for slugs. */
  readonly slug: string;
  /** Where the slug begins in the file name. */
  readonly slugStart: number;
}

const NAME = /^([a-z][a-z0-9]*)-(\d{4}|xxxx)-(v|w)([1-9]\d{0,3})-(.+)\.md$/;

/**
 * Takes a file name (without folders) apart; undefined where it does not follow `<prefix>-<number>-<v|w><version>-<slug>.md`.
 * Any lower-case prefix is a community's. The slug is taken as it is: what it may hold is a rule's business.
 */
export function parseDocumentName(fileName: string): DocumentName | undefined {
  const match = NAME.exec(fileName);
  if (match === null) return undefined;
  const [, prefix = "", number = "", series = "", version = "", slug = ""] = match;
  return {
    documentId: fileName.slice(0, -".md".length),
    prefix,
    number,
    series: series === "w" ? "w" : "v",
    version: Number(version),
    slug,
    slugStart: fileName.length - ".md".length - slug.length,
  };
}

/** `0100-v3`: what tells a document apart from all others, whatever its slug. */
export function shortId(name: Pick<DocumentName, "number" | "series" | "version">): string {
  return `${name.number}-${name.series}${name.version}`;
}

/** The last segment of a path with forward slashes. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The document id that a reference in front matter means, written with or without `.md` or folders. */
export function referencedId(reference: string): string {
  return fileNameOf(reference.trim()).replace(/\.md$/, "");
}
