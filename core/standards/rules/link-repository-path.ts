import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Links to files of the repository lead to one. */
export const linkRepositoryPath: Rule = {
  id: "link-repository-path",
  severity: "error",
  source: GOOD_PRACTICE,
  summary: "A link to a file or folder of the community's repository leads to one that exists.",
  *check({ links, index }) {
    for (const { target, urlSpan } of links) {
      if (target.kind !== "repository-file" || index.hasPath(target.path)) continue;
      const message = `There is no \`${target.path}\` in this repository; expected a file or folder that exists.`;
      yield { message, span: urlSpan };
    }
  },
};
