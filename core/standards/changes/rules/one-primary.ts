import { scs0001 } from "#core/standards/rules/parts/sources.ts";

import { addedPrimaries, type ChangeRule } from "./change-rule.ts";

/** A proposal that holds two documents cannot be accepted in part. */
export const onePrimary: ChangeRule = {
  id: "change/one-primary",
  severity: "error",
  source: scs0001("Proposal phase"),
  summary: "A proposal adds exactly one main document, with any number of supplements.",
  *check(change) {
    const [first, ...more] = addedPrimaries(change).filter(({ name }) => name !== undefined);
    for (const side of more) {
      const message = `A second new document beside \`${first?.document.fileName ?? ""}\`; propose each in a change of its own.`;
      yield { message, side };
    }
  },
};
