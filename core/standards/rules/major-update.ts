import { referencedId } from "../documents/document-id.ts";
import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** A new major version says what it replaces. */
export const majorUpdate: Rule = {
  id: "major-update",
  severity: "error",
  source: scs0001("Proposal of a major update to a stable document"),
  summary: "A document with a version above 1 names the version before it in `replaces`.",
  *check({ document, summary, index }) {
    const { number, series, version } = summary;
    if (series !== "v" || version === undefined || version < 2 || number === "xxxx") return;
    const previous = index
      .ofNumber(number)
      .find((other) => other.summary.series === "v" && other.summary.version === version - 1)?.summary.documentId;
    const isNamed = summary.replaces
      .map(referencedId)
      .some((id) => (previous === undefined ? id.includes(`-${number ?? ""}-v${version - 1}-`) : id === previous));
    if (isNamed) return;
    yield {
      message: `Version ${version} does not name version ${version - 1} in \`replaces\`${previous === undefined ? "" : `; expected \`${previous}.md\``}.`,
      span: fieldValue(document, summary.replaces.length > 0 ? "replaces" : "title"),
    };
  },
};
