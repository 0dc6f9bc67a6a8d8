import { spanOfNode } from "../documents/markdown-nodes.ts";
import type { Rule } from "./parts/rule.ts";

const GENERIC = /^(?:image|img|picture|photo|screenshot|diagram|figure|graphic|untitled|alt text)?[\s\d.]*$/i;

/** Who cannot see the image learns what it shows. */
export const imageAlt: Rule = {
  id: "image-alt",
  severity: "warning",
  source: { clause: "WCAG 2.2, 1.1.1 Non-text Content", url: "https://www.w3.org/TR/WCAG22/#non-text-content" },
  summary: "Every image has an alternative text that says what it shows.",
  *check({ nodes }) {
    for (const node of nodes.ofType("image")) {
      const alt = node.alt ?? "";
      if (!GENERIC.test(alt)) continue;
      yield {
        message: `The alternative text is ${alt === "" ? "empty" : `\`${alt}\``}, expected what the image shows.`,
        span: spanOfNode(node),
      };
    }
  },
};
