import GithubSlugger from "github-slugger";
import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

/** A line of a table of contents. */
export interface TocEntry {
  /** Heading rank, 1 to 6. */
  readonly depth: number;
  /** The anchor, without `#`. */
  readonly id: string;
  readonly text: string;
}

/**
 * Gives every heading the id that github-slugger makes of its text, duplicates numbered in document order: test cases
 * and outside documents link to exactly these.
 */
export function nameHeadings(root: Root): TocEntry[] {
  const slugger = new GithubSlugger();
  const toc: TocEntry[] = [];
  visit(root, "heading", (heading: Heading) => {
    const text = toString(heading);
    const id = slugger.slug(text);
    heading.data = { ...heading.data, hProperties: { id } };
    toc.push({ depth: heading.depth, id, text });
  });
  return toc;
}
