import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** There is a header that can be read. */
export const frontMatterSyntax: Rule = {
  id: "front-matter-syntax",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The document begins with well-formed YAML between two `---` lines.",
  *check({ document: { frontMatter } }) {
    for (const { message, span, fix } of frontMatter.faults.slice(0, 20)) {
      yield { message, span, ...(fix === undefined ? {} : { fix }) };
    }
  },
};
