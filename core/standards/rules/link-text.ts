import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** A link does what it says. */
export const linkText: Rule = {
  id: "link-text",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "A link whose text names a document leads to that document.",
  *check({ links }) {
    for (const { text, target, span } of links) {
      const named = /\bscs-(\d{4})(?:-([vw]\d+))?\b/i.exec(text);
      if (named === null || (target.kind !== "document" && target.kind !== "number")) continue;
      const [, number = "", version] = named;
      const targetNumber = target.kind === "number" ? target.number : /-(\d{4})-/.exec(target.documentId)?.[1];
      const targetVersion = target.kind === "number" ? undefined : /-\d{4}-([vw]\d+)/.exec(target.documentId)?.[1];
      const differs =
        targetNumber !== number ||
        (version !== undefined && targetVersion !== undefined && version.toLowerCase() !== targetVersion);
      if (!differs || targetNumber === undefined) continue;
      const actual = target.kind === "number" ? `scs-${target.number}` : target.documentId;
      yield {
        message: `The text names \`${named[0]}\`, but the link leads to \`${actual}\`; expected the same document.`,
        span,
      };
    }
  },
};
