import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** Addresses that the community knows to have moved. */
export const linkMoved: Rule = {
  id: "link-moved",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "No link goes to an address that moved or is archived.",
  *check({ links, settings }) {
    for (const { url, urlSpan } of links) {
      const moved = settings.movedAddresses.find(
        ({ from }) => url === from || (/^[/?#]/.test(url.slice(from.length)) && url.startsWith(from)),
      );
      if (moved === undefined) continue;
      const expected = moved.to === undefined ? "expected a living source" : `expected \`${moved.to}\``;
      yield { message: `The link goes to \`${url}\`, but ${moved.reason}; ${expected}.`, span: urlSpan };
    }
  },
};
