import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import { restoreFalseDirectives } from "./restore-false-directives.ts";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm)
  .use(remarkDirective)
  .freeze();

/**
 * Parses Markdown (CommonMark with GFM, YAML front matter and `:::note` containers) into an mdast tree with positions.
 * The one parser of the project: rules and renderer share its tree.
 */
export function parseMarkdown(text: string): Root {
  const root = processor.parse(text);
  restoreFalseDirectives(root, text);
  return root;
}
