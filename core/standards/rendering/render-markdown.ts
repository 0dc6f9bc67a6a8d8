/**
 * Markdown to HTML fragments. Pure: the same tree and options always give the same bytes. Whatever the author wrote,
 * the result holds no script, no handler, no style and no request to a third party.
 */
import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

import { addHeadingAnchors } from "./heading-anchors.ts";
import { highlightCode } from "./highlight-code.ts";
import { nameHeadings, type TocEntry } from "./name-headings.ts";
import { nameRows } from "./name-rows.ts";
import { SANITIZE_SCHEMA } from "./sanitize-schema.ts";
import { transformAdmonitions } from "./transform-admonitions.ts";
import { transformAlerts } from "./transform-alerts.ts";
import { transformDefinitionLists } from "./transform-definition-lists.ts";
import { transformImages, transformLinks, type LinkResolver } from "./transform-links.ts";
import { transformRawHtml } from "./transform-raw-html.ts";
import { wrapTables } from "./wrap-tables.ts";

/** Goes into the name of every stored fragment: raise it whenever the same source renders or is described differently. */
export const RENDERER_VERSION = 8;

/** A rendered body. */
export interface RenderedMarkdown {
  readonly html: string;
  /** Headings in order, for the table of contents. */
  readonly toc: readonly TocEntry[];
}

const toHtmlTree = unified()
  // Footnote ids keep the prefix `user-content-`: outside documents link to them.
  .use(remarkRehype, { footnoteLabel: "Footnotes", footnoteLabelProperties: {} })
  .use(rehypeSanitize, SANITIZE_SCHEMA)
  .freeze();

const toText = unified().use(rehypeStringify).freeze();

/**
 * Renders a parsed document body; `source` is the text that `root` was parsed from. Changes `root`, so parse anew to
 * render twice.
 * `resolveLink` maps the addresses of links, for example `scs-0100-v3-flavor-naming.md#anchor`, to addresses of the site;
 * `annotate` may mark texts once their structure is final. What it adds is sanitized like everything else.
 */
export function renderMarkdown(
  root: Root,
  source: string,
  resolveLink: LinkResolver,
  annotate: (root: Root) => void = () => {},
): RenderedMarkdown {
  transformRawHtml(root);
  transformLinks(root, resolveLink);
  transformImages(root);
  transformDefinitionLists(root, source);
  transformAdmonitions(root);
  transformAlerts(root);
  const toc = nameHeadings(root);
  annotate(root);
  const tree: HtmlRoot = toHtmlTree.runSync(root);
  highlightCode(tree);
  nameRows(tree);
  wrapTables(tree);
  addHeadingAnchors(tree);
  return { html: toText.stringify(tree), toc };
}
