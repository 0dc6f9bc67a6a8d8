import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";

import { needlessConstructs } from "./needless-constructs.ts";
import { restoreFalseDirectives } from "./restore-false-directives.ts";

/** Parsers by the constructs that they leave out. */
const processors = new Map<string, Processor<Root>>();

/**
 * Parses Markdown (CommonMark with GFM, YAML front matter and `:::note` containers) into an mdast tree with positions.
 * The one parser of the project: rules and renderer share its tree.
 */
export function parseMarkdown(text: string): Root {
  const needless = needlessConstructs(text);
  const key = needless.join(" ");
  const processor = processors.get(key) ?? createProcessor(needless);
  processors.set(key, processor);
  const root = processor.parse(text);
  restoreFalseDirectives(root, text);
  return root;
}

function createProcessor(needless: readonly string[]): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter, ["yaml"])
    .use(remarkGfm)
    .use(remarkDirective)
    .use(leaveOut, needless)
    .freeze();
}

function leaveOut(this: Processor, names: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...names] } }];
}
