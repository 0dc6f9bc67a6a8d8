import { spanOfNode } from "../documents/markdown-nodes.ts";
import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** A published page asks no third party, and a picture elsewhere may vanish or change. */
export const imageRemote: Rule = {
  id: "image-remote",
  severity: "note",
  source: GOOD_PRACTICE,
  summary: "Images lie beside the documents.",
  *check({ nodes }) {
    for (const node of nodes.ofType("image")) {
      if (!/^(?:https?:)?\/\//i.test(node.url)) continue;
      yield {
        message: `The image \`${node.url}\` lies on another server; expected a file of this tree (the published page shows a link).`,
        span: spanOfNode(node),
      };
    }
  },
};
