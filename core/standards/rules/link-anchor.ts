import type { Rule, RuleContext } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Links to sections lead to one. */
export const linkAnchor: Rule = {
  id: "link-anchor",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "The anchor of a link to a document is one of that document's headings.",
  *check(context) {
    for (const { target, urlSpan } of context.links) {
      if (target.kind !== "anchor" && target.kind !== "document") continue;
      const { anchor } = target;
      const where = target.kind === "anchor" ? context.entry : context.index.find(target.documentId);
      if (anchor === undefined || anchor === "" || where === undefined || hasAnchor(where.anchors, anchor)) continue;
      yield {
        message: `There is no heading for \`#${anchor}\`${target.kind === "anchor" ? "" : ` in \`${target.documentId}.md\``}${suggestion(where.anchors, anchor)}.`,
        span: urlSpan,
      };
    }
  },
};

/** Footnotes get anchors from the renderer. */
function hasAnchor(anchors: RuleContext["entry"]["anchors"], anchor: string): boolean {
  return anchors.includes(anchor) || anchor.startsWith("user-content-fn") || anchor === "footnote-label";
}

function suggestion(anchors: readonly string[], anchor: string): string {
  const wanted = anchor.toLowerCase().replace(/[^a-z0-9]/g, "");
  const near = anchors.find((candidate) => candidate.replace(/[^a-z0-9]/g, "") === wanted);
  return near === undefined ? "; expected the id of a heading" : `; did you mean \`#${near}\`?`;
}
