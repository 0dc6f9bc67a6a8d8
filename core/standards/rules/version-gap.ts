import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Versions are counted without gaps. */
export const versionGap: Rule = {
  id: "version-gap",
  severity: "error",
  source: scs0001("Document format"),
  summary: "Versions start at 1 and rise by 1.",
  *check({ document: { name }, index }) {
    if (name === undefined) return;
    if (name.number === "xxxx") {
      if (name.version !== 1 && name.series === "v") {
        yield { message: `The proposal has version ${name.version}, expected 1.`, span: FILE_START };
      }
      return;
    }
    if (!index.isComplete || name.version === 1) return;
    const previous = name.version - 1;
    const siblings = index.ofNumber(name.number);
    if (siblings.some(({ summary }) => summary.series === name.series && summary.version === previous)) return;
    const isUnread = index
      .unreadOfNumber(name.number)
      .some((unread) => unread.series === name.series && unread.version === previous);
    if (isUnread) return;
    yield {
      message: `There is no version ${name.series}${previous} of \`${name.prefix}-${name.number}\` before this ${name.series}${name.version}; expected versions without gaps.`,
      span: FILE_START,
    };
  },
};
