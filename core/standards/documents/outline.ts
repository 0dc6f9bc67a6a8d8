import GithubSlugger from "github-slugger";
import type { Heading } from "mdast";
import { toString } from "mdast-util-to-string";

import type { Span } from "./front-matter.ts";
import { spanOfNode, type MarkdownNodes } from "./markdown-nodes.ts";

/** A heading and the text under it. */
export interface Section {
  readonly depth: Heading["depth"];
  readonly text: string;
  /** The id that github-slugger gives it, with `-1` for a repeated text: what links point to. */
  readonly anchor: string;
  /** The heading itself. */
  readonly span: Span;
  /** From the heading's end to the next heading of the same or a higher rank. */
  readonly body: Span;
}

/** The sections of a document in source order. */
export type Outline = readonly Section[];

/** Lists the headings with their anchors and extents; `end` is the length of the text. */
export function outlineOf(nodes: MarkdownNodes, end: number): Outline {
  const slugger = new GithubSlugger();
  const sections: { -readonly [Key in keyof Section]: Section[Key] }[] = [];
  const open: { depth: number; close: (at: number) => void }[] = [];
  for (const heading of nodes.ofType("heading")) {
    const span = spanOfNode(heading);
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()?.close(span.start);
    const text = toString(heading);
    const section = { depth: heading.depth, text, anchor: slugger.slug(text), span, body: { start: span.end, end } };
    sections.push(section);
    open.push({ depth: heading.depth, close: (at) => (section.body = { start: span.end, end: at }) });
  }
  return sections;
}

/** A heading's text as rules compare it: lower case, without the template's trailing `OPTIONAL`. */
export function comparableHeading(text: string): string {
  return text
    .trimEnd()
    .replace(/\(?OPTIONAL\)?$/, "")
    .trim()
    .toLowerCase();
}
