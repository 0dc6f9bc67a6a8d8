import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Accepted documents have a number. */
export const proposalNumber: Rule = {
  id: "proposal-number",
  severity: "error",
  source: scs0001("Proposal of a new document"),
  summary: "A document gets its number before it is merged.",
  *check({ document: { name, fileName } }) {
    if (name?.number !== "xxxx") return;
    yield {
      message: `\`${fileName}\` has no number yet; expected the next unused one before the merge (\`stele accept\` assigns it).`,
      span: FILE_START,
    };
  },
};
