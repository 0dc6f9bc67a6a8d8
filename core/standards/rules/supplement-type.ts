import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** File name and type agree on what is a supplement. */
export const supplementType: Rule = {
  id: "supplement-type",
  severity: "error",
  source: scs0001("Document format"),
  summary: "A file name has `w` precisely when the type is `Supplement`.",
  *check({ document, summary }) {
    if (summary.series === undefined || summary.type === undefined) return;
    const isNamedSupplement = summary.series === "w";
    if (isNamedSupplement === (summary.type === "Supplement")) return;
    const version = `${summary.series}${summary.version ?? ""}`;
    yield {
      message: isNamedSupplement
        ? `The type is \`${summary.type}\`, but \`${version}\` in the file name is for supplements; expected \`Supplement\`, or \`v\` in the name.`
        : `The type is \`Supplement\`, but \`${version}\` in the file name is for main documents; expected \`w\` in the name.`,
      span: fieldValue(document, "type"),
    };
  },
};
