import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { GOOD_PRACTICE } from "./parts/sources.ts";

/** UTF-8 needs no byte order mark, and some tools take it for text in front of the front matter. */
export const byteOrderMark: Rule = {
  id: "byte-order-mark",
  severity: "warning",
  source: GOOD_PRACTICE,
  summary: "The file does not begin with a byte order mark.",
  *check({ document }) {
    if (!document.hadByteOrderMark) return;
    yield {
      message: "The file begins with a byte order mark (bytes EF BB BF), expected UTF-8 without one.",
      span: FILE_START,
      // The text never holds the mark; writing it back is the repair.
      fix: { description: "Save without byte order mark", edits: [] },
    };
  },
};
