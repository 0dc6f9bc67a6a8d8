import { collectNodes } from "../documents/markdown-nodes.ts";
import { comparableHeading, outlineOf } from "../documents/outline.ts";
import type { ParsedDocument } from "../documents/read-document.ts";
import { summarizeDocument } from "../documents/summarize.ts";

/** Something that SCS-0001 asks for before a document becomes Stable. */
export interface StableDemand {
  readonly what: string;
  /** What the tree knows of it; undefined where only a person can tell. */
  readonly proof: string | undefined;
}

/** A file that refers to documents, such as a scope file. */
interface ReferringFile {
  readonly path: string;
  readonly text: string;
}

/**
 * What the lifecycle asks of a Draft that becomes Stable (SCS-0001, "Draft phase"), with what the tree says about it: its
 * scope files name tests, a section or a supplement documents them. Empty for what is no Standard.
 */
export function stableDemands(
  document: ParsedDocument,
  siblings: readonly ParsedDocument[],
  scopes: readonly ReferringFile[],
): StableDemand[] {
  const summary = summarizeDocument(document);
  if (summary.type !== "Standard") return [];
  const { documentId, number } = summary;
  const scope = scopes.find(({ text }) => text.includes(documentId) || text.includes(`scs-${number ?? "none"}-`));
  const nodes = collectNodes(document.markdown());
  const describes = outlineOf(nodes, document.text.length).find(
    ({ text }) => comparableHeading(text) === "conformance tests",
  );
  const supplement = siblings.find(({ name }) => name?.series === "w" && name.number === number);
  const documented = describes === undefined ? supplement?.fileName : `the section \`${describes.text}\``;
  return [
    { what: "its tests are implemented", proof: scope === undefined ? undefined : `${scope.path} names it` },
    { what: "it is shown to work, on the reference implementation", proof: undefined },
    { what: "it is documented, here or in a supplement", proof: documented },
  ];
}
