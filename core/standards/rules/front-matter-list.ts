import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Lists are written as lists, even with one entry. */
export const frontMatterList: Rule = {
  id: "front-matter-list",
  severity: "warning",
  source: scs0001("Document format"),
  summary: "`replaces` and `replaced_by` are lists.",
  *check({ document }) {
    for (const field of ["replaces", "replaced_by"]) {
      const value = document.frontMatter.fields.get(field)?.value;
      if (typeof value !== "string" || value.trim() === "") continue;
      const span = fieldValue(document, field);
      const written = document.text.slice(span.start, span.end);
      const isOnOneLine = !/[\r\n]/.test(written) && !written.startsWith("|") && !written.startsWith(">");
      yield {
        message: `\`${field}\` is the single name \`${value.trim()}\`, expected a list.`,
        span,
        ...(isOnOneLine
          ? {
              fix: {
                description: `Write \`${field}\` as a list`,
                edits: [{ start: precedingBlank(document.text, span.start), end: span.end, text: `\n  - ${written}` }],
              },
            }
          : {}),
      };
    }
  },
};

/** Start of the spaces before an offset. */
function precedingBlank(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  return start;
}
